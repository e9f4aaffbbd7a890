"""All that the rules for errors look at, and the places that show an error."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph.answers import Edge, Entity
from graph.findings import FindingPlace
from graph.identity.documents import Document
from graph.identity.references import Reference
from graph.identity.rules import weight
from graph.passages import Lines, passage_around
from ontology.extraction import Extraction
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Modality

T = TypeVar("T")

_SURE = 0.95
"""Weight of a rule from which on an error is the source's: below it the wrong document may have been found."""


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence that says that a document carries out another.

    Args:
        source: IRI of the document that carries out.
        target: IRI of the one that is carried out.
        evidence: The sentence.
        cited: Whether the sentence names the first one; else it speaks of "this plan", or of one without a number.
        sure: Whether both ends are told by date or as surely.
    """

    source: str
    target: str
    evidence: Evidence
    cited: bool
    sure: bool


class Survey:
    """Everything that was read and resolved, in canonical order; see :func:`report.source_errors` for the arguments."""

    def __init__(
        self,
        documents: Iterable[Document],
        edges: Iterable[Edge],
        entities: Mapping[str, Entity],
        extractions: Sequence[Extraction],
        ends: Mapping[tuple[int, int], str],
    ) -> None:
        self.documents = sorted(documents, key=lambda document: document.key)
        self.entities = entities
        self._edges = edges
        self._extractions = extractions
        self._ends = ends
        self._lines: dict[int, Lines] = {}

    @cached_property
    def steps(self) -> list[Step]:
        """Every sentence of the cascade, stated as a fact and not rejected by a person; each pair of documents once.

        Of several sentences the surest is taken, then the first in the order of files.
        """
        stated = {(e.source, e.target) for e in self._edges if e.relation.carries_out and _counts(e)}
        first: dict[tuple[str, str], Step] = {}
        for step in sorted(self._said, key=_place):
            pair = (step.source, step.target)
            known = first.get(pair)
            if pair in stated and (known is None or (step.sure and not known.sure)):
                first[pair] = step
        return [first[pair] for pair in sorted(first)]

    @property
    def selfish(self) -> list[Step]:
        """The sentences that say of a document that it carries out itself."""
        return sorted((step for step in self._said if step.source == step.target and step.cited), key=_place)

    @cached_property
    def _said(self) -> list[Step]:
        rules = {(r.source, r.mention): rule for document in self.documents for r, rule in document.references}
        found = []
        for number, extraction in enumerate(self._extractions):
            for said in extraction.statements:
                if not said.predicate.carries_out or said.modality is not Modality.ASSERTED or said.object is None:
                    continue
                ends = ((number, said.subject), (number, said.object))
                sure = all(end in rules and weight(rules[end]) >= _SURE for end in ends)
                source, target = (self._ends[end] for end in ends)
                found.append(Step(source, target, said.evidence, said.subject != SELF, sure))
        return found

    @cached_property
    def documents_by_iri(self) -> dict[str, Document]:
        """Every document by its IRI."""
        return {self.iri(document): document for document in self.documents if document.references}

    def iri(self, document: Document) -> str:
        """Return the IRI of a document."""
        reference, _ = document.references[0]
        return self._ends[reference.source, reference.mention]

    def letterhead(self, source: int) -> Reference | None:
        """Return the letterhead of a source."""
        return self._letterheads.get(source)

    @cached_property
    def _letterheads(self) -> dict[int, Reference]:
        return {reference.source: reference for document in self.documents for reference in document.held}

    @cached_property
    def carried_out_by(self) -> dict[tuple[int, int], frozenset[str]]:
        """For each mention, by source and index, the IRIs that its source says it carries out."""
        found: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for number, extraction in enumerate(self._extractions):
            for said in extraction.statements:
                if said.predicate.carries_out and said.modality is Modality.ASSERTED and said.object is not None:
                    found[number, said.subject].add(self._ends[number, said.object])
        return {mention: frozenset(iris) for mention, iris in found.items()}

    # -- places -------------------------------------------------------------------------------------------------------

    def place(self, reference: Reference) -> FindingPlace:
        """Return the sentence of a reference; of a source's own letterhead the letterhead."""
        if reference.span is None:
            return FindingPlace(reference.context.file, None, "", None)
        text = self._extractions[reference.source].text
        said = self._sentences.get((reference.source, reference.mention))
        if reference.held:
            span = reference.span
        elif said is not None and said.span.contains(reference.span):
            return self._shown(reference.source, said)
        else:
            span = passage_around(text, reference.span)
        line = self._line(reference.source, span.start)
        return FindingPlace(reference.context.file, span, span.of(text), line)

    def place_of(self, evidence: Evidence) -> FindingPlace:
        """Return the sentence of a statement."""
        return self._shown(self._numbers[evidence.source], evidence)

    def said(self, reference: Reference) -> str:
        """Return where a reference stands, for a message: file and line."""
        line = None if reference.span is None else self._line(reference.source, reference.span.start)
        return where(reference.context.file, None if reference.held else line)

    def said_of(self, evidence: Evidence) -> str:
        """Return where the sentence of a statement stands, for a message."""
        return where(evidence.file, self._line(self._numbers[evidence.source], evidence.span.start))

    def _shown(self, source: int, evidence: Evidence) -> FindingPlace:
        line = self._line(source, evidence.span.start)
        return FindingPlace(evidence.file, evidence.span, evidence.quote, line, evidence.page)

    def _line(self, source: int, position: int) -> int:
        if source not in self._lines:
            self._lines[source] = Lines(self._extractions[source].text)
        return self._lines[source].number(position)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {extraction.sha256: number for number, extraction in enumerate(self._extractions)}

    @cached_property
    def _sentences(self) -> dict[tuple[int, int], Evidence]:
        """For each mention that a statement is about, the shortest sentence of one: it was cut with more knowledge."""
        found: dict[tuple[int, int], Evidence] = {}
        for number, extraction in enumerate(self._extractions):
            for said in extraction.statements:
                for mention in (said.subject, said.object):
                    if mention is None or mention < 0:
                        continue
                    span, known = extraction.mentions[mention].span, found.get((number, mention))
                    if said.evidence.span.contains(span) and (known is None or _shorter(said.evidence, known)):
                        found[number, mention] = said.evidence
        return found


def _counts(edge: Edge) -> bool:
    return edge.modality is Modality.ASSERTED and not edge.open


def _place(step: Step) -> tuple[str, str, str, Span]:
    return (step.source, step.target, step.evidence.file, step.evidence.span)


def _shorter(one: Evidence, other: Evidence) -> bool:
    return (len(one.span), one.span) < (len(other.span), other.span)


def where(file: str, line: int | None) -> str:
    """Return file and line in brackets; without a line the head of the document is meant."""
    return f"({file}, phần đầu văn bản)" if line is None else f"({file}, dòng {line})"


def code_of(reference: Reference) -> str:
    """Return what a reference calls its document: the code, or else its name."""
    return reference.code.text if reference.code else reference.norm


def first_of_each(references: Iterable[Reference], key: Callable[[Reference], str]) -> list[Reference]:
    """Return in canonical order the first reference of each key."""
    first: dict[str, Reference] = {}
    for reference in sorted(references, key=lambda reference: reference.order):
        first.setdefault(key(reference), reference)
    return list(first.values())


def contrary(items: Sequence[T], differ: Callable[[T, T], bool]) -> tuple[T, T] | None:
    """Return two items that differ, if there are any, in time that grows with their number and not with its square.

    Each item is compared with few others: the first and those that differ enough from it to be kept in mind. A pair
    that shows only between two later items is missed in long lists, which says less than it costs.

    Args:
        items: In canonical order.
        differ: Whether two of them do.
    """
    kept: list[T] = []
    for item in items:
        for other in kept:
            if differ(other, item):
                return other, item
        if len(kept) < _KEPT:
            kept.append(item)
    return None


_KEPT = 16
