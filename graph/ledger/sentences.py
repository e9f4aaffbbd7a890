"""The places in the sources that show a finding about decisions."""

from collections.abc import Iterable, Sequence

from graph.content import SourceContent
from graph.findings import FindingPlace
from ontology.spans import Span
from ontology.statements import Evidence


class Sentences:
    """All sources of a graph, for looking up words and where a document is told.

    Args:
        sources: The sources, in order.
    """

    def __init__(self, sources: Sequence[SourceContent]) -> None:
        self._sources = sources
        self._by_file = {source.file: source for source in sources}
        self._heads: dict[str, FindingPlace] | None = None

    def of(self, evidence: Iterable[Evidence]) -> tuple[FindingPlace, ...]:
        """Return the places of sentences."""
        return tuple(self.at(each.file, each.span) for each in evidence)

    def at(self, file: str, span: Span) -> FindingPlace:
        """Return a place of a source.

        Args:
            file: The source, which the graph holds.
            span: Where.
        """
        text = self._by_file[file].text
        return FindingPlace(file, span, span.of(text), text.count("\n", 0, span.start) + 1)

    def of_document(self, iri: str) -> tuple[FindingPlace, ...]:
        """Return where a document tells of itself, or else where the first source names it; nothing if none does.

        Args:
            iri: Its IRI, in the graph of these sources.
        """
        if self._heads is None:
            self._heads = self._first_places()
        place = self._heads.get(iri)
        return (place,) if place else ()

    def _first_places(self) -> dict[str, FindingPlace]:
        found: dict[str, FindingPlace] = {}
        for source in self._sources:
            if source.document not in found:
                span = source.letterhead.span
                found[source.document] = (
                    FindingPlace(source.file, None, "", None) if span is None else self.at(source.file, span)
                )
        cited: dict[str, tuple[str, Span]] = {}
        for source in self._sources:
            for mention in source.mentions:
                if mention.iri is not None and mention.iri not in found:
                    cited.setdefault(mention.iri, (source.file, mention.span))
        return found | {iri: self.at(*place) for iri, place in cited.items()}
