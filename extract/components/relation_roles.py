"""The place that a citation has in a relation, and what may stand in one with what."""

import re
from dataclasses import dataclass, replace

from extract.found import Found
from ontology.confidence import Feature
from ontology.mentions import Citation
from ontology.statements import Modality, Relation

LEGISLATIVE = frozenset({Relation.AMENDS, Relation.REPLACES, Relation.REPEALS, Relation.GUIDES})
"""What one legal norm does to another."""

# "văn bản hướng dẫn Luật X", "nghị định sửa đổi Nghị định Y": an unnamed document does it, not the one that is read.
_UNNAMED = re.compile(
    r"(?<!ban hành)(?:^|\W)"
    r"(?:luật|bộ luật|pháp lệnh|pháp luật|nghị định|nghị quyết|thông tư|quyết định|văn bản|quy định|chỉ thị)"
    r"(?:,? (?:và )?(?:có liên quan|khác))?(?: và)?(?: của [^,;.]{2,40})? ?$"
)

_BY_THE_ASSEMBLY = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
_OF_THE_ASSEMBLY = _BY_THE_ASSEMBLY | {"Nghị quyết"}


@dataclass(frozen=True, slots=True)
class RelationFound:
    """One relation between two mentions of the list that ``find_relations`` was given.

    Args:
        head: Index of the mention that carries out, amends …, or ``SELF``.
        relation: The relation.
        tail: Index of the mention at the other end.
        start: Where the evidence begins, in the normalised text.
        end: Index behind it.
        cue: The words that show it, as they stand.
        rule: Name of the rule.
        confidence: 0 to 1.
        modality: Whether it is stated as a fact.
    """

    head: int
    relation: Relation
    tail: int
    start: int
    end: int
    cue: str
    rule: str
    confidence: float
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Role:
    """The place that a citation has: tail of these heads by this cue.

    Args:
        heads: Indices of the mentions, or ``SELF``.
        relation: What they do to it.
        rule: Name of the rule.
        weight: Weight of the cue's words.
        cue: Where they start and end.
        modality: How it is put.
        features: What makes it less sure.
        via: Where the short form stands that names the head, if one does.
    """

    heads: tuple[int, ...]
    relation: Relation
    rule: str
    weight: float
    cue: tuple[int, int]
    modality: Modality = Modality.ASSERTED
    features: tuple[Feature, ...] = ()
    via: tuple[int, int] | None = None

    def share(self) -> "Role":
        """Return the place that the next item of the list has."""
        return self if Feature.SHARED in self.features else replace(self, features=(*self.features, Feature.SHARED))


def acts_unnamed(words: str) -> bool:
    """Tell whether the words before an act end with a document that has no name: it acts, and no named one."""
    return _UNNAMED.search(words) is not None


def is_like(one: Found, other: Found) -> bool:
    """Tell whether two citations are of one type."""
    first, second = one.detail, other.detail
    return isinstance(first, Citation) and isinstance(second, Citation) and first.type == second.type


def is_later(one: Found, other: Found) -> bool:
    """Tell whether ``one`` is known to be younger than ``other``."""
    first, second = one.detail, other.detail
    if not isinstance(first, Citation) or not isinstance(second, Citation):
        return False
    if first.date is None or second.date is None or first.date.matches(second.date):
        return False
    return first.date.first_day > second.date.first_day


def is_higher_law(one: Found, other: Found) -> bool:
    """Tell whether ``one`` is a law that ``other`` cannot change: only the National Assembly changes its laws."""
    first, second = one.detail, other.detail
    if not isinstance(first, Citation) or not isinstance(second, Citation):
        return False
    return first.type in _BY_THE_ASSEMBLY and second.type not in _OF_THE_ASSEMBLY


def can_act(head: Found, relation: Relation, tail: Found) -> bool:
    """Tell whether a document may act on another: none acts on itself, and no law guides how a law is applied."""
    guiding = head.detail.type if relation is Relation.GUIDES and isinstance(head.detail, Citation) else None
    return guiding not in _BY_THE_ASSEMBLY and not _is_same(head, tail)


def _is_same(one: Found, other: Found) -> bool:
    """Tell whether two citations name one document."""
    if one is other:
        return True
    first, second = one.detail, other.detail
    if one.norm != other.norm or not isinstance(first, Citation) or not isinstance(second, Citation):
        return False
    return first.date is None or second.date is None or first.date.matches(second.date)
