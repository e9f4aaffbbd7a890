"""Short forms of documents, and which document each means.

"Nghị quyết này", "Kế hoạch nói trên", "Nghị quyết 18": a short form is resolved only if exactly one document of its
type is left, first among those that its paragraph has named so far, then the paragraph before, then the text before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from extract.components.citation_heads import type_before
from extract.found import Found
from ontology.codes import DocumentCode
from ontology.document_types import document_types
from ontology.extraction import Letterhead
from ontology.mentions import Citation, EntityLabel
from ontology.references import ReferenceReason
from ontology.short_forms import short_forms
from ontology.statements import SELF

_WIDTH = 40
_LONGEST_SYLLABLE = 12
_LONGEST_HEADING = 200
_NEARBY = 40
_MARK_OR_VERB = r"(?=[,.;:)”]|$|\n| (?:và|là|đã|được|cần|phải|do|để|nhằm|thì|của|có|gắn|thay thế|cụ thể|sửa đổi)\b)"
_NUMBER = r"(?:số )?(?P<number>\d{1,4})(?![\w%]|[.,]\d| ?[/\-–] ?\w| (?:năm|tháng|ngày|quý|kỳ|giai đoạn|lần)\b)"
_PLURAL = re.compile(r"(?:các|những|nhiều|một số|mọi|\d) $", re.IGNORECASE)
_PART_OF_A_WORD = re.compile(r"(?:[^\W\d_]|[Pp]háp |[Kk]ỷ |[Qq]uy )$")
# With a small letter the words may be a verb: "đã quyết định đó".
_VERB_BEFORE = re.compile(r"(?:được|đã|sẽ|có|theo|xác) $")
_FORMULA = (" có hiệu lực", " được công bố")
_ANY_DOCUMENT = "Văn bản"


@dataclass(frozen=True, slots=True)
class ReferenceFound:
    """One short form, by offsets of the normalised text.

    Args:
        start: Index of its first character.
        end: Index behind its last character.
        antecedent: Index of the mention that it means, ``SELF``, or ``None`` while open.
        reason: Why.
    """

    start: int
    end: int
    antecedent: int | None
    reason: ReferenceReason


@cache
def _short_form() -> re.Pattern[str]:
    words = "|".join(re.escape(form.words) + ("" if form.bare else _MARK_OR_VERB) for form in short_forms())
    firsts = "".join(sorted({form.words[0] for form in short_forms()}))
    return re.compile(rf" (?=[{firsts}\ds])(?:(?P<words>{words})(?![^\W_])|{_NUMBER})")


@cache
def _last_syllables() -> frozenset[str]:
    """The last syllables of the types' names: quicker to look up than the names."""
    return frozenset(row.name.lower().rpartition(" ")[2] for row in document_types())


@cache
def _may_be_self() -> frozenset[str]:
    return frozenset(form.words for form in short_forms() if form.self)


def find_references(text: str, mentions: Sequence[Found], letterhead: Letterhead) -> list[ReferenceFound]:
    """Find the short forms of a text and resolve them.

    Args:
        text: The normalised text.
        mentions: All mentions in order, flat; a short form lies in none of them, but a bare number is one itself.
        letterhead: What the document says about itself.

    Returns:
        The short forms in order; linear in the length of the text.
    """
    return list(_Resolver(text, mentions, letterhead).references())


class _Resolver:
    def __init__(self, text: str, mentions: Sequence[Found], letterhead: Letterhead) -> None:
        self.text = text
        self.mentions = mentions
        self.letterhead = letterhead
        self.documents = [i for i, mention in enumerate(mentions) if mention.label is EntityLabel.DOC]
        self.seen = 0
        # Type → identity → the last mention of it so far.
        self.before: dict[str, dict[str, int]] = {}
        self.numbers: dict[tuple[str, str], dict[str, int]] = {}
        self.annexes: dict[str, bool] = {}

    def references(self) -> Iterator[ReferenceFound]:
        """Yield the short forms in order."""
        for match in _short_form().finditer(self.text):
            before = self.text[max(0, match.start() - _WIDTH) : match.start()]
            last = before[-_LONGEST_SYLLABLE:].split()[-1:]
            if not last or last[0].lower() not in _last_syllables() or (named := type_before(before)) is None:
                continue
            start = match.start() - named[1]
            if not self._is_short_form(start, named[0].name):
                continue
            self._see(start)
            if self.seen and self.mentions[self.documents[self.seen - 1]].end > start:
                continue
            if match["words"]:
                antecedent, reason = self._resolve(named[0].name, match["words"], start)
            elif (numbered := self._numbered(named[0].name, match["number"])) is not None:
                antecedent, reason = numbered
            else:
                continue
            if antecedent is None and not self.text[start].isupper():
                continue  # "ngoài giờ quy định trên": with a small letter and nothing to mean, the words are no name
            yield ReferenceFound(start, match.end(), antecedent, reason)

    def _is_short_form(self, start: int, type_name: str) -> bool:
        """Tell whether one document is meant: no plural, and of types of one word only those with a capital."""
        lead = self.text[max(0, start - 8) : start]
        if _PLURAL.search(lead) or _PART_OF_A_WORD.search(lead):
            return False
        return self.text[start].isupper() or (" " in type_name and _VERB_BEFORE.search(lead) is None)

    def _see(self, position: int) -> None:
        """Take in the documents that are named before a position."""
        while self.seen < len(self.documents) and self.mentions[self.documents[self.seen]].start < position:
            index = self.documents[self.seen]
            citation = self.mentions[index].detail
            if isinstance(citation, Citation) and citation.type is not None:
                identity = self._identity(index)
                self.before.setdefault(citation.type, {})[identity] = index
                if number := _number_of(self.mentions[index]):
                    self.numbers.setdefault((citation.type, number), {})[identity] = index
            self.seen += 1

    def _identity(self, index: int) -> str:
        """Return what tells documents apart here: code and date, of one's own code neither."""
        mention = self.mentions[index]
        citation = mention.detail
        code = citation.code if isinstance(citation, Citation) else None
        if code is not None and code == self.letterhead.code:
            return ""
        return (code or mention.norm).casefold()

    def _resolve(self, type_name: str, words: str, start: int) -> tuple[int | None, ReferenceReason]:
        if words in _may_be_self() and self._is_self(type_name):
            return SELF, ReferenceReason.DOCUMENT_ITSELF
        paragraph = self.text.rfind("\n", max(0, start - 4_000), start) + 1
        previous = self.text.rfind("\n", max(0, paragraph - 4_000), max(0, paragraph - 1)) + 1
        # Without its letterhead a document still shows itself, by its closing formula: "Quyết định này có hiệu lực".
        unknown = words in _may_be_self() and self.letterhead.type is None
        if unknown and self.text.startswith(_FORMULA, start + len(type_name) + len(words) + 1):
            return SELF, ReferenceReason.DOCUMENT_ITSELF
        if near := self._since(type_name, paragraph):
            return self._only(near)
        if unknown:
            return SELF, ReferenceReason.DOCUMENT_ITSELF
        if near := self._since(type_name, previous):
            return self._only(near)
        anywhere = self._few(found for name, found in self.before.items() if _agrees(type_name, name))
        return self._only(anywhere) if anywhere else (None, ReferenceReason.NO_ANTECEDENT)

    def _is_self(self, type_name: str) -> bool:
        own = self.letterhead.type
        if own is not None and (_agrees(type_name, own) or type_name == _ANY_DOCUMENT):
            return True
        return self._is_annexed(type_name)

    def _is_annexed(self, type_name: str) -> bool:
        """Tell whether the document holds a text of that type, under its own heading: a decision with rules."""
        if type_name not in self.annexes:
            lines = re.finditer(rf"\n{type_name.upper()}\b[^\n]{{0,{_LONGEST_HEADING}}}(?=\n|$)", self.text)
            self.annexes[type_name] = any(line.group().isupper() for line in lines)
        return self.annexes[type_name]

    def _since(self, type_name: str, start: int) -> dict[str, int]:
        """Return the documents of a type that were named from ``start`` on, the nearest ones."""
        found: dict[str, int] = {}
        for place in range(self.seen - 1, max(-1, self.seen - 1 - _NEARBY), -1):
            index = self.documents[place]
            if self.mentions[index].start < start:
                break
            citation = self.mentions[index].detail
            if isinstance(citation, Citation) and citation.type and _agrees(type_name, citation.type):
                found.setdefault(self._identity(index), index)
        return found

    @staticmethod
    def _few(groups: Iterable[dict[str, int]]) -> dict[str, int]:
        """Return what the groups hold together; no more than two of each, for more than one decides nothing."""
        return {identity: index for found in groups for identity, index in islice(found.items(), 2)}

    def _only(self, found: dict[str, int]) -> tuple[int | None, ReferenceReason]:
        if len(found) > 1:
            return None, ReferenceReason.SEVERAL_ANTECEDENTS
        identity, index = next(iter(found.items()))
        return (index, ReferenceReason.ONE_ANTECEDENT) if identity else (SELF, ReferenceReason.DOCUMENT_ITSELF)

    def _numbered(self, type_name: str, number: str) -> tuple[int | None, ReferenceReason] | None:
        """Return the one document of that type and number; ``None`` where no such document is cited before."""
        wanted = number.lstrip("0")
        same = self._few(self.numbers.get((name, wanted), {}) for name in self.before if _agrees(type_name, name))
        if not same:
            return None
        antecedent, reason = self._only(same)
        return antecedent, ReferenceReason.SAME_NUMBER if reason is ReferenceReason.ONE_ANTECEDENT else reason


def _agrees(short: str, full: str) -> bool:
    """Tell whether a short form's type may stand for a document's: "Thông tư này" for a "Thông tư liên tịch"."""
    return full == short or full.startswith(f"{short} ")


def _number_of(mention: Found) -> str | None:
    citation = mention.detail
    if not isinstance(citation, Citation):
        return None
    if citation.code is None:
        return mention.norm.rpartition(" ")[2].lstrip("0")
    try:
        return DocumentCode.parse(citation.code).number.lstrip("0")
    except ValueError:
        return None
