"""What stands before a code and tells what it is the code of: type word, law's name, letter's subject.

"Nghị quyết số", "Luật Đất đai số", "Công văn của Sở Nội vụ số", "Quyết định phê duyệt chủ trương đầu tư số".
"""

import re
from dataclasses import dataclass
from functools import cache

from ontology.citation_words import mark_endings
from ontology.document_types import DocumentType, official_type_code, type_named, types_with_code
from ontology.folding import CAPITALS, SMALL, modern_tones

_OPENING = " (“\"'[-–"
_UPPER_LAW = r"BỘ LUẬT|(?<!PHÁP )(?<!QUY )(?<!KỶ )LUẬT|PHÁP LỆNH"
_LAW_BEFORE = re.compile(rf"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh|{_UPPER_LAW}) (?:[^.;:“”\"\n\d]{{2,600}})?$")
_LAW_HEAD = re.compile(rf"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh|Nghị quyết|{_UPPER_LAW})(?= )")
_AMENDS = re.compile(r"(?:bộ )?(?:luật|pháp lệnh) (?:sửa đổi|bổ sung)[^;]*(?:của|các|và|,|điều) ?$")
_LAW_TYPES = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết")
_TYPE_OF_ORGAN = re.compile(r"(?P<type>[^\W\d_]+(?: [^\W\d_]+){0,3}) của (?P<issuer>[^\W\d_][^.;:,“”\"\n\d]{2,60}?) ?$")
# "Văn bản giải trình, tiếp thu số 6253/UBND-SNV": what a letter is about stands between its type and its number.
_ABOUT_LETTER = re.compile(rf"(?P<type>[{CAPITALS}{SMALL}]+ [{SMALL}]+)(?P<about>(?:,? [{SMALL}]+){{1,5}}) ?$")
# "Quyết định phê duyệt quy hoạch chi tiết khu dân cư số 12/QĐ-UBND".
_SUBJECT_BREAK = re.compile(r"[.;:“”\"\n\d(]")
_ABBREVIATED = re.compile(r"(?<![\w/\-])[A-ZĐ][A-Za-zĐđ]{1,3}$")
_GLUED = re.compile(rf"[{CAPITALS}]?[{SMALL}]+(?=[{CAPITALS}][{SMALL}])")
_MAX_TYPE_WORDS = 4
_TYPE_WIDTH = 60
_SUBJECT_WIDTH = 120
_LONGEST_LAW = 600


@cache
def _last_syllables_of_marks() -> frozenset[str]:
    return frozenset(mark.rpartition(" ")[2] for mark in mark_endings())


@dataclass(frozen=True, slots=True)
class Head:
    """What was read before a number.

    Args:
        type: Standard name of the type.
        width: How many characters before the number (or its "số") belong to the citation.
    """

    type: str
    width: int


def type_before(lead: str) -> tuple[DocumentType, int] | None:
    """Return the document type that ``lead`` ends with, and the length of its words up to the number."""
    stripped = lead.rstrip(" ")
    if stripped.endswith((":", ",")):
        stripped = stripped[:-1].rstrip(" ")
    if stripped.rpartition(" ")[2].lower() in _last_syllables_of_marks():
        folded = modern_tones(stripped[-_TYPE_WIDTH:]).lower()
        mark = next((mark for mark in mark_endings() if folded.endswith(mark)), "")
        stripped = stripped[: len(stripped) - len(mark)]
    words = stripped[max(len(stripped) - _TYPE_WIDTH, stripped.rfind("\n") + 1) :].split(" ")
    for count in range(min(_MAX_TYPE_WORDS, len(words)), 0, -1):
        name = " ".join(words[-count:]).lstrip(_OPENING)
        if not (name.islower() or name[1:].islower()) and (glued := _GLUED.match(name)):
            name = name[glued.end() :]  # a lost space: "Thực hiệnQuyết định số"
        if (found := type_named(name)) is not None:
            return found, len(lead) - len(stripped) + len(name)
    return None


def head_before(lead: str, type_code: str | None, *, numbered: bool) -> Head | None:
    """Return what the words before a code say that it is the code of.

    Args:
        lead: The words before the number and its "số".
        type_code: The official abbreviation of the type that the code itself names, if any.
        numbered: Whether "số" stands before the number.
    """
    named = type_before(lead)
    if named is not None:
        document_type, width = named
        if numbered and not _agrees(document_type, type_code) and (real := _with_subject(lead, type_code)):
            return real
        return Head(document_type.name, width)
    if type_code and (short := _ABBREVIATED.search(lead[-8:].rstrip(" "))) and _is_code(short.group(), type_code):
        width = len(lead) - len(lead.rstrip(" ")) + len(short.group())
        return Head(types_with_code(type_code)[0].name, width)
    if not numbered:
        return None
    if (organ := _TYPE_OF_ORGAN.search(lead)) and (typed := _last_type(organ["type"])):
        return Head(typed[0].name, len(lead) - organ.start("type") - typed[1])
    return None


def letter_before(lead: str, type_code: str | None) -> Head | None:
    """Return the type of a text whose subject stands between its type and its number."""
    if type_code is not None:
        return _with_subject(lead, type_code)
    about = _ABOUT_LETTER.search(lead[-_TYPE_WIDTH:])
    if about is None or (typed := _last_type(about["type"])) is None:
        return None
    return Head(typed[0].name, len(lead[-_TYPE_WIDTH:]) - typed[1] - about.start("type"))


def _is_code(short: str, type_code: str) -> bool:
    return official_type_code(short) == type_code and short == type_code


def _agrees(document_type: DocumentType, type_code: str | None) -> bool:
    """Tell whether a code of that type may belong to a document of that name; letters carry any."""
    return type_code is None or not document_type.codes or type_code in document_type.codes


def _with_subject(lead: str, type_code: str | None) -> Head | None:
    """Return the last type word that agrees with the code, with what the document is about behind it."""
    if type_code is None:
        return None
    window = lead[-_SUBJECT_WIDTH:]
    begin = max((match.end() for match in _SUBJECT_BREAK.finditer(window)), default=0)
    names = {row.name.casefold(): row.name for row in types_with_code(type_code)}
    words = window[begin:].split(" ")
    for at in range(len(words) - 2, -1, -1):
        name = names.get(modern_tones(f"{words[at]} {words[at + 1]}").casefold())
        if name is not None and words[at][:1].isupper():
            return Head(name, len(" ".join(words[at:])))
    return None


def _last_type(words: str) -> tuple[DocumentType, int] | None:
    """Return the type that ``words`` end with, and where in them it starts."""
    named = type_before(words)
    return (named[0], len(words) - named[1]) if named else None


def law_before(text: str, end: int) -> Head | None:
    """Return the law whose name ends at ``end``, before its number; amending laws have names of many lines."""
    before = _LAW_BEFORE.search(text[max(0, end - _LONGEST_LAW) : end])
    if before is None or (head := _law_head(before.group())) is None:
        return None
    words = before.group()[head:]
    name = next(name for name in _LAW_TYPES if words.casefold().startswith(name.casefold()))
    return Head(name, len(words))


def _law_head(words: str) -> int | None:
    """Return where, in ``words``, the name of the law starts that runs up to its number.

    The last "Luật" is meant, unless it is only named in an amending law's own title ("Luật sửa đổi, bổ sung một số
    điều của Luật …") or is part of a longer name ("Luật Luật sư").
    """
    heads = [match.start() for match in _LAW_HEAD.finditer(words)]
    if not heads:
        return None
    best = heads[-1]
    for head in reversed(heads[:-1]):
        between = words[head:best].casefold()
        if between == "luật " or _AMENDS.match(between):
            best = head
    return best
