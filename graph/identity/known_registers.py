"""One code in all known registers of its kind of organ, as a text sees them that does not say whose code it is."""

from collections.abc import Iterable, Sequence

from graph.identity.documents import Document
from graph.identity.scopes import Scope
from ontology.dates import PartialDate

_MOST = 500
"""Seen from nowhere, "01/KH-UBND" may be of thousands of bodies: such a list is no list of candidates."""

Path = tuple[str, ...]


class KnownRegisters:
    """The documents of one code, found by the unit whose body issued them.

    Args:
        documents: All that are decided and whose register is known.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._inside: dict[Path, list[Document]] = {}
        self._exactly: dict[Path, list[Document]] = {}
        self._of_day: dict[str, list[Document]] = {}
        self._near: dict[Scope, list[Document]] = {}
        for document in documents:
            path = document.scope.unit.path if document.scope.unit else ()
            self._exactly.setdefault(path, []).append(document)
            for depth in range(len(path) + 1):
                self._inside.setdefault(path[:depth], []).append(document)
            if document.date is not None and document.date.day is not None:
                self._of_day.setdefault(str(document.date), []).append(document)

    def near(self, scope: Scope) -> Sequence[Document]:
        """Return the documents whose register an unknown one could be; none where it could be nearly any.

        Args:
            scope: The unknown register.
        """
        if scope not in self._near:
            found: dict[int, Document] = {}
            for region in scope.regions:
                around = [d for depth in range(len(region)) for d in self._exactly.get(region[:depth], ())]
                inside = self._inside.get(region, [])
                if len(found) + len(around) + len(inside) > _MOST:
                    found.clear()
                    break
                found |= {id(document): document for document in (*around, *inside)}
            self._near[scope] = [document for document in found.values() if scope.could_be(document.scope)]
        return self._near[scope]

    def of_day(self, scope: Scope, day: PartialDate) -> Sequence[Document]:
        """Return the documents of a day whose register an unknown one could be."""
        return [document for document in self._of_day.get(str(day), ()) if scope.could_be(document.scope)]
