"""The part of the query API that is about people's decisions: which there are, and the words for new ones."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.answers import Edge, Entity
from graph.decision_values import KeptDecision
from graph.decisions import decisions_about, kept_decisions
from graph.opened_graph import OpenedGraph
from ontology.statements import Relation

if TYPE_CHECKING:
    from graph.ledger.decisions import Correction, Rejection, Resolution


class DecidedGraph(OpenedGraph):
    """Questions about decisions; see :class:`graph.query.Graph`. New ones are written by ``graph.ledger.file``."""

    def decisions(self) -> tuple[KeptDecision, ...]:
        """Return what people decided, in the order of the ledger, with what became of it when this graph was built."""
        return kept_decisions(self._database)

    def decisions_about(self, entity: Entity, statements: Iterable[Edge] = ()) -> tuple[KeptDecision, ...]:
        """Return the decisions that hold and concern an entity or one of some statements.

        Args:
            entity: The entity.
            statements: The statements.
        """
        return decisions_about(self._database, entity.iri, [edge.id for edge in statements])

    def statement(self, key: str) -> Edge:
        """Return the statement with an id, or with as much of its beginning as no other shares.

        Raises:
            UnknownEntityError: If there is none.
            AmbiguousEntityError: If several begin so.
        """
        from graph.ledger.deciding import statement_of

        return statement_of(self._database, key)

    def resolution(self, citation: str, document: Entity) -> "Resolution":
        """Return the words of a decision on what a citation means; see ``graph.ledger.deciding.resolution_of``."""
        from graph.ledger.deciding import resolution_of

        return resolution_of(self._database, self.folder, citation, document)

    def rejection(self, statement: Edge) -> "Rejection":
        """Return the words of a decision that a statement does not hold."""
        from graph.ledger.deciding import rejection_of

        return rejection_of(self._database, statement)

    def correction(
        self, statement: Edge, *, relation: Relation | None, source: Entity | None, target: Entity | None
    ) -> "Correction":
        """Return the words of a decision on what a statement says; see ``graph.ledger.deciding.correction_of``."""
        from graph.ledger.deciding import correction_of

        return correction_of(self._database, statement, relation, source, target)
