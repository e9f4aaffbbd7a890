"""Type and subject (trích yếu) of a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.frame_lines import (
    CODE_LINE,
    DRAFT,
    SUBJECT,
    Clause,
    begins_body,
    date_line,
    find_date,
    frame_words,
    is_frame,
    is_letter_code,
    parsed_code,
    read_clause,
)
from extract.lines import Line, between_lines
from extract.marks import is_mark
from extract.normalize import NormalizedText
from ontology.codes import CodeStyle
from ontology.document_types import DocumentType, type_named, types_with_code
from ontology.folding import modern_tones
from ontology.letterhead_words import any_of, letterhead_words

_OF_WHOM = re.compile(r"(?:CỦA|HỘI NGHỊ LẦN THỨ|HỘI NGHỊ BAN CHẤP HÀNH|KH(?:ÓA|OÁ) [IVXL\d]) ?")
_OPEN_END = re.compile(r"(?:\b(?:CỦA|VÀ|VỚI|DO|CHO|TẠI|THUỘC|GIỮA|TỪ|VỀ|VIỆC|LÀ|THEO|NGÀY)|[,\-–])$")
_TYPE_AND_ISSUER = re.compile(r"(?P<type>[^\d:]{4,24}?) (?P<whom>(?:CỦA|HỘI NGHỊ) .+)$")
_REMARK = re.compile(r" ?\([^()]{2,30}\)$")
_DRAFT_OF = re.compile(r"DỰ THẢO ")
_ATTACHED = re.compile(r"\(? ?(?:ban hành |được ban hành )?k[eè]m theo\b", re.IGNORECASE)
_LONGEST_TITLE_LINE = 160
_LONGEST_FRAME_LINE = 300
_TITLE_LINES = 10
_SUBJECT_LINES = 5


@dataclass(frozen=True, slots=True)
class TypeAndTitle:
    """What a document is and is about.

    Args:
        type: Type in its standard form, or ``None``.
        title: The subject, or ``None``.
        title_end: Index into the normalised text behind both; 0 where there is neither.
        subject_start: Where the words "V/v" of a letter's subject begin, or ``None``.
    """

    type: str | None
    title: str | None
    title_end: int
    subject_start: int | None = None


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(letterhead_words().authorities)})\b")


def type_line(lines: Sequence[Line]) -> int | None:
    """Return which line is the document's type in capitals, or ``None``."""
    framed = False
    for index, line in enumerate(lines):
        # "QUYẾT ĐỊNH:" with a colon is the enacting clause in the middle of a document.
        if (kind := _type_of(line)) is not None and kind.name != "Văn bản":
            organ_above = index == 1 and lines[0].text.isupper()
            if line.text.isupper():
                return index if index == 0 or organ_above or framed else None
            if framed:
                return index
        if begins_body(line) or len(line.text) > _LONGEST_FRAME_LINE:
            return None
        framed = framed or is_frame(line)
    return None


def is_attached(lines: Sequence[Line], type_at: int) -> bool:
    """Tell whether what follows the type says that the text is attached to another document, which issued it."""
    return any(_ATTACHED.match(line.text) for line in lines[type_at + 1 : type_at + _TITLE_LINES])


def type_clause(lines: Sequence[Line], type_at: int | None) -> Clause | None:
    """Return what the type's line or the one below it says of the issuer: "NGHỊ QUYẾT" "CỦA BỘ CHÍNH TRỊ"."""
    if type_at is None:
        return None
    for line in lines[type_at : type_at + 2]:
        words = modern_tones(line.text)
        at = words.find("CỦA ")
        if at == 0 or (at > 0 and line is lines[type_at]):
            return read_clause(words[at:])
    return None


def enacting_body(lines: Sequence[Line], type_at: int | None) -> str | None:
    """Return the body in capitals that stands between title and preamble ("ỦY BAN NHÂN DÂN TỈNH HẬU GIANG")."""
    if type_at is None:
        return None
    for index, line in enumerate(lines[type_at + 2 : type_at + 2 + _TITLE_LINES], type_at + 2):
        if begins_body(line):
            return None
        if line.text.isupper() and _authority().match(modern_tones(line.text)) and len(line.text) < _LONGEST_TITLE_LINE:
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            # In the middle of a title in capitals such a line goes on.
            return modern_tones(line.text) if following and not following.isupper() else None
    return None


def type_of_code(code: str | None) -> str | None:
    """Return the type that a code names, for a document that has no line for it."""
    parsed = parsed_code(code)
    if parsed is None or parsed.type_code is None:
        return None
    if parsed.style is CodeStyle.PARTY and parsed.type_code in ("QĐ", "TT"):
        return None  # quyết định or quy định, thông tư or thông tri
    other = "state" if parsed.style is CodeStyle.PARTY else "party"
    kinds = [kind for kind in types_with_code(parsed.type_code) if kind.side != other]
    # A kind with no other abbreviation is what the code means, before those that have one of their own besides.
    own = [kind for kind in kinds if len(kind.codes) == 1] or kinds
    return own[0].name if len(own) == 1 else None


def read_title(normalized: NormalizedText, lines: Sequence[Line], type_at: int, framed: bool) -> TypeAndTitle:
    """Read type and title of a document with a line for its type.

    Args:
        normalized: The text.
        lines: The lines of the head.
        type_at: Which of them is the type.
        framed: Whether a frame stands above it.
    """
    kind = _type_of(lines[type_at])
    behind = [line for line in lines[type_at + 1 : type_at + 4 + _TITLE_LINES] if not is_mark(line)]
    while len(behind) > 1 and behind[0].text.isupper() and _OF_WHOM.match(behind[0].text):
        clause = read_clause(behind[0].text)
        behind = behind[1:] if clause is None else [*_rest(behind[0], clause.rest), *behind[1:]]
    while len(behind) > 1 and ((framed and date_line(behind[0])) or CODE_LINE.match(behind[0].text)):
        behind = behind[1:]  # code and date below the type
    title_lines: list[Line] = []
    tight = bool(behind) and not _is_apart(normalized, lines[type_at], behind[0])
    for line in behind[:_TITLE_LINES]:
        if title_lines and _ends_title(normalized, title_lines, line, tight):
            break
        title_lines.append(line)
        if not line.text.isupper() and line.text.endswith((".", ":", ";")):
            title_lines.pop()
            break
    title = " ".join(line.text for line in title_lines).rstrip(" .")
    if (draft := DRAFT.match(title)) and draft.group().startswith("("):
        title = title[draft.end() :].strip()
    end = title_lines[-1].end if title_lines else lines[type_at].end
    return TypeAndTitle(kind.name if kind else None, title or None, end)


def read_subject(lines: Sequence[Line], code: str | None) -> TypeAndTitle:
    """Read the subject of a letter (công văn), which has no line for its type.

    Args:
        lines: The lines of the head.
        code: The normalised code.
    """
    for index, line in enumerate(lines):
        # In one line with the code, or at the beginning of its own.
        match = SUBJECT.match(line.text) or (SUBJECT.search(line.text) if CODE_LINE.match(line.text) else None)
        if match is None:
            continue
        words, end = line.text[match.end() :], line.end
        if date := find_date(words):
            words = words[: date.start()].strip()
        for following in lines[index + 1 : index + 1 + _SUBJECT_LINES]:
            if find_date(following.text) or frame_words().search(following.text):
                continue  # the other column
            if begins_body(following) or following.column != line.column or not _continues(words, following.text):
                break
            words, end = f"{words} {following.text}", following.end
        return TypeAndTitle("Công văn", words.rstrip(" .;") or None, end, line.start + match.start())
    return TypeAndTitle("Công văn" if is_letter_code(code) else type_of_code(code), None, 0)


def _rest(line: Line, at: int) -> list[Line]:
    """Return what is left of a line behind a place in it."""
    words = line.text[at:].strip()
    return [replace(line, start=line.end - len(words), text=words)] if words else []


def _continues(words: str, line: str) -> bool:
    """Tell whether a line goes on with a subject: it begins small, or the subject is not finished."""
    if CODE_LINE.match(line) or len(line) > _LONGEST_TITLE_LINE:
        return False
    return line[:1].islower() or line[:1].isdigit() or words.endswith((",", "-", " và", " của", " về", " tại", " tỉnh"))


def _type_of(line: Line) -> DocumentType | None:
    words = line.text
    if kind := type_named(words):
        return kind if words[:1].isupper() and (words.isupper() or words[1:].islower()) else None
    if not words.isupper():
        return None
    if _DRAFT_OF.match(words) and (kind := type_named(words[len("DỰ THẢO ") :])):
        return kind
    if kind := type_named(_REMARK.sub("", words)):
        return kind  # "QUY ĐỊNH (BỔ SUNG)"
    glued = _TYPE_AND_ISSUER.match(words)
    return type_named(glued["type"]) if glued else None


def _ends_title(normalized: NormalizedText, title: list[Line], line: Line, tight: bool) -> bool:
    """Tell whether a line is no part of the title that stands above it."""
    capitals, previous = line.text.isupper(), title[-1]
    if begins_body(line) or (line.text.startswith("(") and not capitals) or _ATTACHED.match(line.text):
        return True
    if title[0].text.isupper() != capitals:
        return True
    if capitals:
        return _authority().match(line.text) is not None and _OPEN_END.search(previous.text) is None
    # A rule between two lines (they are not neighbours), an empty line or a long line ends a title in small letters.
    return (
        line.start - previous.end > 3
        or len(line.text) > _LONGEST_TITLE_LINE
        or (tight and _is_apart(normalized, previous, line))
    )


def _is_apart(normalized: NormalizedText, first: Line, second: Line) -> bool:
    between = between_lines(normalized, first, second)
    return between.count("\n") > 1
