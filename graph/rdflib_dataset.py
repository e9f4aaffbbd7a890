"""A generation's RDF store as an rdflib ``Dataset``: the way in for Python programs that speak rdflib.

The data are its default graph, the vocabulary is the graph named ``https://w3id.org/cuthehoa/ns#``, as in SPARQL.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Never

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset
from rdflib.query import Result

from graph.generations import MANIFEST
from graph.locking import hold_for_reading
from graph.sandbox.sparql_guard import check_sparql
from ontology.errors import GraphError
from ontology.vocabulary import PREFIXES


class ReadOnlyStore(OxigraphStore):
    """Oxigraph's store for rdflib, which reads one generation and refuses to write.

    Other processes may read the same generation meanwhile; builds leave it alone until ``close``.

    Args:
        generation: The generation's folder.

    Raises:
        GraphError: If the store cannot be opened.
    """

    def __init__(self, generation: Path) -> None:
        self._folder = generation
        self._hold = hold_for_reading(generation / MANIFEST)
        try:
            opened = pyoxigraph.Store.read_only(str(generation / "rdf"))
        except OSError as error:
            self._hold.close()
            raise GraphError(
                "không mở được kho RDF", where=generation / "rdf", todo="Hãy dựng lại đồ thị bằng lệnh cuthehoa build"
            ) from error
        super().__init__(store=opened)

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Let go of the files."""
        super().close()
        self._hold.close()

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib names it so
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        """Run a reading query that stays inside the store.

        Raises:
            QueryError: If it calls another server (``SERVICE``), names files, or is malformed.
        """
        if isinstance(query, str):
            check_sparql(query, prefixes={*initNs, *(prefix for prefix, _ in self.namespaces())})
        return super().query(query, initNs, initBindings, queryGraph, **kwargs)

    def add_graph(self, graph: Any) -> None:
        """Do nothing: ``Dataset.graph`` adds whatever it hands out, and an empty graph is the same as none."""

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        """Refuse."""
        self._refuse()

    def addN(self, quads: Iterable[Any]) -> None:  # noqa: N802 - rdflib names it so
        """Refuse."""
        self._refuse()

    def remove(self, triple: Any, context: Any = None) -> None:
        """Refuse."""
        self._refuse()

    def remove_graph(self, graph: Any) -> None:
        """Refuse."""
        self._refuse()

    def update(self, update: Any, *arguments: object, **options: object) -> None:
        """Refuse."""
        self._refuse()

    def open(self, configuration: str | tuple[str, str], create: bool = False) -> int | None:
        """Refuse: it is open, on its one generation."""
        self._refuse()

    def destroy(self, configuration: str) -> None:
        """Refuse."""
        self._refuse()

    def _refuse(self) -> Never:
        raise GraphError(
            "đồ thị chỉ đọc",
            where=self._folder,
            todo="Muốn thêm bớt, hãy chép sang một rdflib.Graph khác, hoặc sửa nguồn rồi dựng lại",
        )


def dataset(generation: Path) -> Dataset:
    """Open a generation's RDF store.

    Args:
        generation: The generation's folder.

    Returns:
        The dataset; ``close()`` lets go of the files.

    Raises:
        GraphError: If the store cannot be opened.
    """
    opened = Dataset(store=ReadOnlyStore(generation))
    for prefix, namespace in PREFIXES.items():
        opened.bind(prefix, namespace)
    return opened
