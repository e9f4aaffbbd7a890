"""How a document named before stands to the one that follows: "A thực hiện B", "B được cụ thể hóa bằng A"."""

import re
from collections.abc import Sequence

from extract.components.gaps import Gap
from extract.components.relation_roles import LEGISLATIVE, Role, acts_unnamed, is_higher_law, is_like
from extract.components.relation_surroundings import Surroundings
from extract.components.short_forms import ReferenceFound
from extract.found import Found
from ontology.confidence import Feature
from ontology.relation_cues import Cue, relation_cues
from ontology.statements import SELF, Relation

# Small words between a document and its verb: "đã thay thế", "cũng thực hiện".
_ADVERB = re.compile(r"(?:đã|cũng|đều|đang|sẽ|chưa|không|tiếp tục|được|nhằm|là|có)(?: (?:kịp thời|được))?")


_PURPOSE = ("về", "để", "nhằm", "gắn", ",", "sửa", "bổ sung", "thay", "quy định", "hướng dẫn")
_NEXT_ACT = re.compile(r" ?,|[ ]và ")
_CHANGES = LEGISLATIVE - {Relation.GUIDES}
_DOCUMENT_HEADS = frozenset({"document", "any"})


def _is_own_object(roles: Sequence[Role]) -> bool:
    """Tell whether the document that is read acts on the citation before: a comma then goes on with what it does."""
    return any(SELF in role.heads and role.relation is not Relation.BASED_ON for role in roles)


class Links:
    """Finds the words between two documents that link them.

    Args:
        mentions: All mentions.
        surroundings: What lies around positions of the text.
    """

    def __init__(self, mentions: Sequence[Found], surroundings: Surroundings) -> None:
        self._mentions = mentions
        self._surroundings = surroundings
        self._cues = relation_cues()

    def active(self, group: Sequence[int], roles: Sequence[Role], index: int, gap: Gap) -> Role | None:
        """Return the place of a citation as the tail of those before, if the words between say so.

        Args:
            group: The citations before, which share one place.
            roles: That place.
            index: The citation.
            gap: What stands between.
        """
        if not group or self._surroundings.is_broken(gap.start, gap.start + len(gap.text)):
            return None
        if ";" in gap.text:
            return self._linked_with_head(roles, gap)
        heads_for = (
            _DOCUMENT_HEADS | {"ground"} if any(r.relation is Relation.BASED_ON for r in roles) else _DOCUMENT_HEADS
        )
        for cue in self._cues.active:
            if cue.relation is Relation.INSPECTS and cue.search(gap.words):
                return None  # whoever inspects how a document is carried out does not carry it out
            if cue.head not in heads_for or (match := cue.search(gap.words)) is None:
                continue
            start = match.start()
            subject = gap.words[:start].strip(" ,") if start <= 3 else gap.words[:start].strip()
            if cue.relation is Relation.REVIEWS and (subject not in ("", "về", "về việc") or gap.starts_with_comma):
                return None
            if gap.starts_with_comma and not match.group().startswith(_PURPOSE) and _is_own_object(roles):
                return None
            if cue.relation in LEGISLATIVE and " " in subject and acts_unnamed(subject):
                return None
            adverb = _ADVERB.fullmatch(subject) is not None
            if subject and not adverb and not self._is_subject(gap.text, subject):
                return None
            heads = self._heads(cue, group, roles, index)
            if cue.relation in _CHANGES and _NEXT_ACT.match(gap.text) and not subject:
                heads = self._acting(roles) or heads
            before = self._mentions[heads[0]].start if heads and heads[0] != SELF else gap.start
            return Role(
                heads,
                cue.relation,
                cue.rule,
                cue.weight,
                (gap.start + start, gap.start + match.end()),
                self._surroundings.modality_of_link(before, gap.text[:start], gap.start + start, cue.relation),
                (Feature.WORDS_BETWEEN,) if subject and not adverb else (),
            )
        return None

    def of_short_form(self, reference: ReferenceFound, gap: Gap) -> Role | None:
        """Return the place of a citation behind "Kế hoạch này", if words of a cue follow at once.

        Args:
            reference: The short form. While it is open the place has no heads: the words belong to nobody else.
            gap: What stands between it and the citation.
        """
        if self._surroundings.is_broken(reference.start, gap.start + len(gap.text)):
            return None
        for cue in self._cues.active:
            if cue.head not in _DOCUMENT_HEADS or (match := cue.search(gap.words)) is None:
                continue
            subject = gap.words[: match.start()].strip()
            if subject and _ADVERB.fullmatch(subject) is None:
                return None
            return Role(
                () if reference.antecedent is None else (reference.antecedent,),
                cue.relation,
                cue.rule,
                cue.weight,
                (gap.start + match.start(), gap.start + match.end()),
                self._surroundings.modality(gap.text[: match.start()], gap.start + match.start(), cue.relation),
                (Feature.SHORT_FORM,) if reference.antecedent != SELF else (),
                via=(reference.start, reference.end),
            )
        return None

    def _heads(self, cue: Cue, group: Sequence[int], roles: Sequence[Role], index: int) -> tuple[int, ...]:
        """Return which of the documents before act: of legal norms those of one type, and never a law's subject.

        In "Thông tư A hướng dẫn Luật B đã thay thế Thông tư C" it is the circular that replaces the circular.
        """
        if cue.relation not in LEGISLATIVE:
            return tuple(group)
        like = tuple(i for i in group if is_like(self._mentions[i], self._mentions[group[-1]]))
        if cue.relation is Relation.GUIDES or is_like(self._mentions[like[-1]], self._mentions[index]):
            return like
        outer = [i for role in roles for i in role.heads if i != SELF]
        return tuple(i for i in outer if is_like(self._mentions[i], self._mentions[index])) or like

    @staticmethod
    def _acting(roles: Sequence[Role]) -> tuple[int, ...]:
        """Return who goes on acting behind a comma: "Thông tư A sửa đổi Thông tư B, thay thế Thông tư C"."""
        return tuple(dict.fromkeys(head for role in roles if role.relation in _CHANGES for head in role.heads))

    def _linked_with_head(self, roles: Sequence[Role], gap: Gap) -> Role | None:
        """Read "A thực hiện B; gắn với C": behind a semicolon it is A that is linked with C."""
        heads = tuple(head for role in roles for head in role.heads if head != SELF)
        for cue in self._cues.active:
            if heads and cue.relation is Relation.LINKED_WITH and (match := cue.search(gap.words)):
                if gap.words[: match.start()].rpartition(";")[2].strip():
                    return None
                return Role(
                    heads,
                    cue.relation,
                    cue.rule,
                    cue.weight,
                    (gap.start + match.start(), gap.start + match.end()),
                )
        return None

    def _is_subject(self, gap: str, subject: str) -> bool:
        """Tell whether the citation before is still the subject behind the words ``subject``."""
        if self._cues.subjects.match(gap) is None or subject.endswith((",", " và")):
            return False
        return self._cues.clause_breaks.search(subject) is None

    def passive(self, index: int, gap: Gap) -> Role | None:
        """Read "B được sửa đổi bởi A": the place of B, with the citation behind the words as its head."""
        for cue in self._cues.passive:
            if match := cue.search(gap.words):
                span = (gap.start + match.start(), gap.start + match.end())
                modality = self._surroundings.modality(gap.text[: match.start()], span[0], cue.relation)
                return Role((index,), cue.relation, cue.rule, cue.weight, span, modality)
        return None

    def acted_on(
        self, index: int, group: Sequence[int], roles: Sequence[Role], relation: Relation, *, aside: bool
    ) -> tuple[int, ...]:
        """Return what a passive clause is about: the citations just before, or the one that names them.

        Behind a comma ("A thực hiện B, được cụ thể hóa bằng C") it is A. Like amends like: in "Nghị định A quy định
        chi tiết Luật B, được sửa đổi bởi Nghị định C" the decree is amended.
        """
        head = self._mentions[index]
        if relation not in LEGISLATIVE:
            named = tuple(i for role in roles for i in role.heads if i != SELF)
            return named if aside and named else tuple(group)
        if any(is_like(head, self._mentions[tail]) for tail in group):
            return tuple(group)
        heads = [i for role in roles for i in role.heads if i != SELF and is_like(head, self._mentions[i])]
        return tuple(heads) or tuple(tail for tail in group if not is_higher_law(self._mentions[tail], head))
