"""Statements that people corrected or rejected, in the order of the ledger: what comes later stands above."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.answers import Edge, Entity, EntityKind
from graph.ledger.decisions import Correction, Decision, Rejection, StatementName
from graph.ledger.edges import merged_edge, statement_id, with_ends
from graph.ledger.naming import Names
from ontology.statements import Modality, Relation


@dataclass(slots=True)
class Outcome:
    """What became of a decision about a statement.

    Args:
        found: The edge before the decision, or ``None`` where it was not applied.
        edge: Id of the edge that it left, or ``None``.
        reason: Why it was not applied, in Vietnamese.
        refuted_by: Number of the later decision that says the contrary.
    """

    found: Edge | None = None
    edge: str | None = None
    reason: str | None = None
    refuted_by: int | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing that was decided about a statement: that its relation, an end, or it as a whole is so."""

    number: int
    value: str


@dataclass(slots=True)
class Statements:
    """The edges of a graph, being decided upon.

    Args:
        edges: By id.
        entities: By IRI.
        names: From the IRIs of decisions to those of the graph.
    """

    edges: dict[str, Edge]
    entities: Mapping[str, Entity]
    names: Names
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    _moved: dict[str, str] = field(default_factory=dict)
    _said: dict[tuple[str, str], _Said] = field(default_factory=dict)

    def decide(self, decision: Decision) -> None:
        """Apply one decision."""
        outcome = Outcome()
        self.outcomes[decision.number] = outcome
        match decision.act:
            case Rejection(statement):
                found = self._find(statement, decision.base)
                if isinstance(found, str):
                    outcome.reason = found
                    return
                outcome.found, outcome.edge = found, found.id
                self._say(found.id, "holds", decision.number, "no")
                # What is denied or planned counts nowhere already; it keeps its id all the same.
                self.edges[found.id] = replace(found, modality=Modality.REJECTED)
            case Correction():
                self._correct(decision, decision.act, outcome)
            case _:
                raise ValueError(decision)

    def now(self, edge: str) -> Edge:
        """Return the edge that one of this id has become."""
        while edge not in self.edges:
            edge = self._moved[edge]
        return self.edges[edge]

    def _correct(self, decision: Decision, act: Correction, outcome: Outcome) -> None:
        found = self._find(act.statement, decision.base)
        if isinstance(found, str):
            outcome.reason = found
            return
        ends = []
        for thing, old in ((act.source, found.source), (act.target, found.target)):
            now = old if thing is None else self.names.now(thing.iri, decision.base)
            if now is None:
                outcome.reason = f"không còn “{thing.name if thing else old}” trong đồ thị"
                return
            ends.append(now)
        source, target = ends
        relation = act.relation or found.relation
        reason = unfit(relation, self.entities[source], self.entities[target])
        if reason is not None:
            outcome.reason = reason
            return
        if found.modality is Modality.REJECTED:
            found = replace(found, modality=Modality.ASSERTED)
        is_open = self.entities[source].open or self.entities[target].open
        role = found.role if relation is Relation.HOLDS_POST else None
        new = with_ends(replace(found, role=role), source, target, relation=relation, is_open=is_open)
        old_id = found.id
        self._carry(old_id, new.id)
        for aspect, value in (("relation", act.relation), ("source", act.source), ("target", act.target)):
            if value is not None:
                said = {"relation": relation.value, "source": source, "target": target}[aspect]
                self._say(new.id, aspect, decision.number, said)
        self._say(new.id, "holds", decision.number, "yes")
        if new.id != old_id:
            del self.edges[old_id]
            self._moved[old_id] = new.id
        there = self.edges.get(new.id)
        if there is not None and new.id != old_id:
            new = merged_edge(new, replace(there, modality=new.modality))
        self.edges[new.id] = new
        outcome.found, outcome.edge = found, new.id

    def _find(self, statement: StatementName, base: str) -> Edge | str:
        source = self.names.now(statement.source.iri, base)
        target = self.names.now(statement.target.iri, base)
        for thing, now in ((statement.source, source), (statement.target, target)):
            if now is None:
                return f"không còn “{thing.name}” trong đồ thị"
        key = statement_id(str(source), statement.relation, str(target), statement.role, statement.modality)
        seen: dict[str, None] = {}
        while key in self._moved and key not in self.edges and key not in seen:
            seen[key] = None
            key = self._moved[key]
        # The way is kept short: a statement may be corrected a thousand times.
        self._moved.update(dict.fromkeys(seen, key))
        edge = self.edges.get(key)
        return edge if edge is not None else "không còn phát biểu này trong đồ thị"

    def _carry(self, old: str, new: str) -> None:
        """What was decided about a statement goes with it to its new id."""
        if old == new:
            return
        for aspect in ("relation", "source", "target", "holds"):
            said = self._said.pop((old, aspect), None)
            if said is not None and (new, aspect) not in self._said:
                self._said[new, aspect] = said

    def _say(self, edge: str, aspect: str, number: int, value: str) -> None:
        before = self._said.get((edge, aspect))
        if before is not None and before.value != value:
            earlier = self.outcomes[before.number]
            if earlier.refuted_by is None:
                earlier.refuted_by = number
        self._said[edge, aspect] = _Said(number, value)


_ENDS = {
    Relation.COVERS: (EntityKind.PROGRAMME, EntityKind.PLACE),
    Relation.HOLDS_POST: (EntityKind.PERSON, EntityKind.ORGANIZATION),
}
_DOCUMENTS = (EntityKind.DOCUMENT, EntityKind.DOCUMENT)


def unfit(relation: Relation, source: Entity, target: Entity) -> str | None:
    """Return why a relation cannot join two entities, in Vietnamese; ``None`` if it can.

    Args:
        relation: The relation.
        source: The subject.
        target: The object.
    """
    if source.iri == target.iri:
        return "hai đầu của phát biểu là một"
    if (source.kind, target.kind) != _ENDS.get(relation, _DOCUMENTS):
        return f"quan hệ {relation.value} không nối được “{source.name}” với “{target.name}”"
    return None
