"""Precision, recall and F1 of what was extracted, for labels, documents, relations, programme–place pairs and posts."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extract.evaluation.annotations import SELF_NAME, Annotated, Entity, Link, Pairing
from extract.evaluation.matching import (
    document_key,
    fold,
    head_key,
    pair_up,
    tail_key,
    without_optional,
)
from ontology.mentions import EntityLabel
from ontology.statements import DOCUMENT_RELATIONS


@dataclass(frozen=True, slots=True)
class Score:
    """One measure.

    Args:
        right: How many of the found ones are annotated.
        found: How many were found.
        gold: How many are annotated.
    """

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found ones that are right; where nothing was found, 1 if nothing was to be found."""
        return self.right / self.found if self.found else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """Share of the annotated ones that were found; 1 where there is none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


Texts = Sequence[tuple[Annotated, Annotated]]
"""Annotations and extraction of each text."""


def measure(texts: Texts) -> dict[str, Score]:
    """Measure extractions against annotations.

    Args:
        texts: Annotations and extraction of each text.

    Returns:
        The measures by name, in the order in which they are shown: ``DOC.exact`` …, ``DOC.overlap`` …, ``DOC.code``,
        ``DOC.code+date``, ``REL.named`` …, one ``REL.<relation>`` for each relation, ``PROGRAMME_PLACE``, ``ROLE``.
    """
    scores = {f"{label}.exact": _sum(_exact(g, p, label) for g, p in texts) for label in EntityLabel}
    scores |= {f"{label}.overlap": _sum(_overlap(g, p, label) for g, p in texts) for label in EntityLabel}
    scores["DOC.code"] = _sum(_by_identity(g, p, dated=False) for g, p in texts)
    scores["DOC.code+date"] = _sum(_by_identity(g, p, dated=True) for g, p in texts)
    for name, group in RELATION_GROUPS.items():
        scores[name] = _sum(_relations(g, p, group) for g, p in texts)
    for relation in DOCUMENT_RELATIONS:
        group = Group(lambda link, kept=relation: link.type is kept)  # type: ignore[misc]
        scores[f"REL.{relation}"] = _sum(_relations(g, p, group) for g, p in texts)
    scores["PROGRAMME_PLACE"] = _sum(_pairings(g.programme_places, p.programme_places) for g, p in texts)
    scores["ROLE"] = _sum(_pairings(g.roles, p.roles) for g, p in texts)
    return scores


@dataclass(frozen=True, slots=True)
class Group:
    """Relations that are measured together.

    Args:
        holds: Whether a relation belongs to the group.
        typed: Whether its type must be right too.
    """

    holds: Callable[[Link], bool]
    typed: bool = True


RELATION_GROUPS = {
    "REL.named": Group(lambda link: link.head != SELF_NAME),
    "REL.named.cascade": Group(lambda link: link.head != SELF_NAME and link.type.carries_out),
    "REL.named.untyped": Group(lambda link: link.head != SELF_NAME, typed=False),
    "REL.self": Group(lambda link: link.head == SELF_NAME),
    "REL.self.untyped": Group(lambda link: link.head == SELF_NAME, typed=False),
    "REL.all": Group(lambda _: True),
}
"""``named``: between two documents that the text names; ``self``: of the document that is read."""


def required(entities: Iterable[Entity], label: EntityLabel) -> list[Entity]:
    """Return the annotated entities of a label that must be found."""
    return [entity for entity in entities if entity.label is label and not entity.optional]


def punishable(gold: Annotated, found: Annotated, label: EntityLabel) -> list[Entity]:
    """Return the found entities of a label, less those that meet something optional."""
    return without_optional([entity for entity in found.entities if entity.label is label], gold.entities)


def _exact(gold: Annotated, found: Annotated, label: EntityLabel) -> Score:
    wanted = Counter((e.start, e.end) for e in required(gold.entities, label))
    got = Counter((e.start, e.end) for e in punishable(gold, found, label))
    return Score((wanted & got).total(), got.total(), wanted.total())


def _overlap(gold: Annotated, found: Annotated, label: EntityLabel) -> Score:
    wanted, got = required(gold.entities, label), punishable(gold, found, label)
    return Score(len(pair_up(wanted, got)), len(got), len(wanted))


def _by_identity(gold: Annotated, found: Annotated, *, dated: bool) -> Score:
    """Score documents with a code: found where they stand, with the right code (and date)."""
    wanted = [entity for entity in required(gold.entities, EntityLabel.DOC) if entity.code]
    got = [entity for entity in found.entities if entity.label is EntityLabel.DOC and entity.code]

    def alike(one: Entity, other: Entity) -> bool:
        return document_key(one) == document_key(other) and (not dated or one.date == other.date)

    return Score(len(pair_up(wanted, got, alike)), len(got), len(wanted))


def relation_keys(links: Iterable[Link], *, typed: bool = True) -> Counter[tuple[str, str, str]]:
    """Count relations by head, type (empty if it does not matter) and tail; dates do not count."""
    return Counter((head_key(link), link.type.value if typed else "", tail_key(link)) for link in links)


def _relations(gold: Annotated, found: Annotated, group: Group) -> Score:
    kept = [link for link in gold.relations if group.holds(link)]
    wanted = relation_keys((link for link in kept if not link.optional), typed=group.typed)
    optional = relation_keys((link for link in kept if link.optional), typed=group.typed)
    got = relation_keys((link for link in found.relations if group.holds(link)), typed=group.typed)
    got -= optional - wanted
    return Score((wanted & got).total(), got.total(), wanted.total())


def pairing_keys(pairings: Iterable[Pairing]) -> set[tuple[str, str]]:
    """Return pairs of names, each once."""
    return {(fold(pairing.first), fold(pairing.second)) for pairing in pairings}


def _pairings(gold: Sequence[Pairing], found: Sequence[Pairing]) -> Score:
    wanted, got = pairing_keys(p for p in gold if not p.optional), pairing_keys(found)
    return Score(len(wanted & got), len(got), len(wanted))


def _sum(scores: Iterable[Score]) -> Score:
    return sum(scores, Score(0, 0, 0))
