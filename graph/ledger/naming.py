"""From the IRIs that decisions name to those of the graph at hand."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping


class Names:
    """What IRIs mean now.

    Args:
        base: What the IRIs of the graph begin with.
        known: IRIs of its entities.
        aliases: (alias, IRI) pairs of the graph.
        became: For entities that were made one with others, the one that took their place.
    """

    def __init__(
        self,
        base: str,
        known: Container[str],
        aliases: Iterable[tuple[str, str]] = (),
        became: Mapping[str, str] | None = None,
    ) -> None:
        self._base = base
        self._known = known
        self._became = became or {}
        self._aliases: defaultdict[str, list[str]] = defaultdict(list)
        for alias, iri in aliases:
            self._aliases[alias].append(iri)

    def now(self, iri: str, base: str) -> str | None:
        """Return what an IRI means now; ``None`` if nothing does, or more than one thing.

        Args:
            iri: As a decision names it.
            base: What IRIs began with then.
        """
        iri = rebased(iri, base, self._base)
        iri = self._became.get(iri, iri)
        if iri in self._known:
            return iri
        found = {self._became.get(each, each) for each in self._aliases.get(iri, ())}
        return found.pop() if len(found) == 1 else None


def rebased(iri: str, then: str, now: str) -> str:
    """Return an IRI as it is in a graph whose IRIs begin otherwise.

    Args:
        iri: The IRI.
        then: What it begins with.
        now: What it is to begin with.
    """
    return now + iri[len(then) :] if iri.startswith(then) else iri
