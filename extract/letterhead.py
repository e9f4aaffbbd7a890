"""Head and foot of a document: what it says of itself.

Two layouts: the Party's (organ left, "ĐẢNG CỘNG SẢN VIỆT NAM" right; Quy định 66-QĐ/TW and 399-QĐ/TW) and the State's
(organ left, national motto right; Nghị định 30/2020/NĐ-CP, annex I). Both arrive as lines in some order, because the
two columns are tables or tabs in the sources.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.lines import Line, read_lines
from extract.normalize import NormalizedText
from extract.organ_lines import GoverningBody, read_bodies
from extract.signature import read_signer
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import official_type_code, type_named, types_with_code
from ontology.extraction import Letterhead
from ontology.folding import CAPITALS
from ontology.letterhead_words import any_of, letterhead_words
from ontology.levels import Level
from ontology.organs import OrganScope, organ_of_code

_HEAD_CHARACTERS = 4_000
_HEAD_LINES = 45
_LETTER_LINES = 12
_PARTY_CODE = r"[-–] ?[A-ZĐ][A-Za-zĐđ]{0,5} ?/ ?[A-ZĐ][\wĐ&-]*"
_STATE_CODE = r"/ ?(?:\d{4} ?/ ?)?[A-ZĐ][\wĐđ&]*(?: ?[-–.] ?[A-ZĐ][\w&]*)*"
# Alone in its line, or with the other column behind it; "Số 18-NQ/TW còn giá trị" is a sentence.
_CODE_LINE = re.compile(
    rf"^Số ?[:.]? ?\n?(?P<code>[\w.…]{{0,8}} ?(?:{_PARTY_CODE}|{_STATE_CODE}))"
    rf"(?=[\s|)*]*$| (?:V/v|Về việc|[{CAPITALS}][^,\n|]{{1,40}}, ?[Nn]gày))",
    re.MULTILINE,
)
# Day, month or year may still be blank or dotted: "ngày      tháng 12 năm 2023".
_PLACE_DATE = re.compile(
    rf"(?:^|\| ?| )[{CAPITALS}][^,\n|]{{1,40}}, ?[Nn]gày ?(?P<d>\d{{1,2}}|[.…_]*) ?tháng ?(?P<m>\d{{1,2}}|[.…_]*) ?"
    r"năm ?(?P<y>\d{4}|[.…_]*)(?=[\s|)]*$)",
    re.MULTILINE,
)
# The Central Committee's letterhead serves these two as well; title or signature tells which of the three it is.
_CENTRAL_SIGNATORIES = frozenset({"Bộ Chính trị", "Ban Bí thư"})
_OF_WHOM = re.compile(r"(?:CỦA|HỘI NGHỊ LẦN THỨ|HỘI NGHỊ BAN CHẤP HÀNH) ")
_BODY_BEGINS = re.compile(r"(?:- )?(?:Căn cứ|Thực hiện|Kính gửi)|I[.\-]|1\.|Điều 1|Phần|PHẦN|CHƯƠNG I\b")
_SUBJECT = re.compile(r"(?:V/v|Về việc):? ?")
_LONGEST_TITLE_LINE = 160


@dataclass(frozen=True, slots=True)
class ReadLetterhead:
    """A letterhead with the place in the normalised text where its frame ends.

    Args:
        letterhead: What the document says of itself.
        body_start: Index into the normalised text behind organ, code and date; the title and the body follow.
        title: Where type and title stand in the normalised text; ``(0, 0)`` where there is none.
    """

    letterhead: Letterhead
    body_start: int
    title: tuple[int, int] = (0, 0)


@cache
def _frame_words() -> re.Pattern[str]:
    return re.compile("|".join(row.words for row in letterhead_words().frame))


@cache
def _continued() -> re.Pattern[str]:
    """What the second line of an organ's name begins with; "HUYỆN ỦY …" is an organ of its own."""
    return re.compile(rf"(?:{any_of(letterhead_words().units)})(?! [ỦU][YỶ]\b| UỶ)\b")


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(letterhead_words().authorities)})\b")


def read_letterhead(normalized: NormalizedText) -> ReadLetterhead:
    """Read head and foot of a document.

    Args:
        normalized: The whole document.

    Returns:
        What was found; an empty letterhead with ``body_start`` 0 for a text that has none (a passage, an annex).
    """
    text = normalized.text
    lines = read_lines(normalized, 0, min(_HEAD_CHARACTERS, len(text)), _HEAD_LINES)
    type_at = _type_line(lines)
    head = lines[:type_at] if type_at is not None else _frame_without_type(lines)
    frame_end = head[-1].end if head else 0
    # One column, cell or line a line: the patterns below are anchored at line ends.
    frame = "\n".join(line.text for line in head)
    code_match = _CODE_LINE.search(frame)
    date_match = _PLACE_DATE.search(frame)
    if type_at is None and code_match is None:
        return ReadLetterhead(Letterhead(), 0)
    bodies = [body for words in _organ_lines(head) for body in read_bodies(words, text)]
    organ = bodies[-1] if bodies else None
    parent = bodies[-2] if len(bodies) > 1 else None
    code = _code(code_match["code"]) if code_match else None
    if organ is None and code is not None:
        organ = _national_body(code)
    type_name, title, title_end = _type_and_title(lines, type_at, code)
    signer = read_signer(normalized)
    if organ and organ.level is Level.CENTRAL:
        issuer = _of_whom(lines, type_at) or (signer.on_behalf_of if signer else None)
        if issuer in _CENTRAL_SIGNATORIES:
            organ = GoverningBody(issuer, Level.CENTRAL, None)
    body_start = lines[type_at].start if type_at is not None else frame_end
    letterhead = Letterhead(
        type=type_name,
        code=code,
        organ=organ.name if organ else None,
        parent=parent.name if parent else None,
        level=organ.level if organ else None,
        place=organ.place if organ else None,
        province=_province(organ, parent),
        date=_date(date_match),
        title=title,
        signer=signer,
        span=normalized.span(lines[0].start, max(title_end, frame_end, lines[0].start + 1)) if lines else None,
    )
    title_span = (body_start, title_end) if title and title_end > body_start else (0, 0)
    return ReadLetterhead(letterhead, body_start, title_span)


def _type_line(lines: list[Line]) -> int | None:
    """Return which line is the document's type in capitals, or ``None``."""
    for index, line in enumerate(lines):
        # "QUYẾT ĐỊNH:" with a colon is the enacting clause in the middle of a document.
        words = line.text
        if words.isupper() and type_named(words) is not None and words.casefold() not in ("văn bản",):
            organ_above = index == 1 and lines[0].text.isupper()
            return index if index == 0 or organ_above or _is_frame(lines[:index]) else None
    return None


def _is_frame(lines: list[Line]) -> bool:
    """Tell whether lines can be the frame of a letterhead: a motto, a code or a date stands among them."""
    return any(
        _frame_words().search(line.text) or _CODE_LINE.match(line.text) or _PLACE_DATE.search(line.text)
        for line in lines
    )


def _frame_without_type(lines: list[Line]) -> list[Line]:
    """A letter (công văn) has no type line: its frame ends with the line of place and date or code."""
    last = None
    for index, line in enumerate(lines[:_LETTER_LINES]):
        if _CODE_LINE.match(line.text) or _PLACE_DATE.search(line.text) or line.text.startswith("V/v"):
            last = index
    return lines[: last + 1] if last is not None else []


def _organ_lines(head: list[Line]) -> list[str]:
    """Return the names of the bodies in the frame, from the highest to the issuing one."""
    names: list[str] = []
    goes_on = False
    for line in head:
        words = " ".join(line.text.strip(" *").split())
        if motto := _frame_words().search(words):
            # Both columns in one line: what stands before the motto is the organ's.
            words = words[: motto.start()].strip()
            if not words:
                continue
        if not words.isupper() or any(c.isdigit() for c in words) or not re.search(rf"[{CAPITALS}]{{2}}", words):
            goes_on = False
            continue
        if goes_on and (_continued().match(words) or names[-1].endswith((" VÀ", ",", " -"))):
            names[-1] = f"{names[-1]} {words}"
        else:
            names.append(words)
        goes_on = True
    return names[-2:]


def _code(written: str) -> str:
    """Return a letterhead's code in its normalised form; dots that stand for a blank number are dropped."""
    code = re.sub(r"[\s.…_]+(?=[-–/])|\s+", "", written).replace("–", "-")
    if party := re.match(r"(.*?)-([^\W\d_]+)/(.+)$", code):
        return f"{party[1]}-{official_type_code(party[2]) or party[2]}/{party[3]}"
    return code


def _national_body(code: str) -> GoverningBody | None:
    """Return the issuer that the code alone names, if there is only one such body in the country."""
    try:
        abbreviation = DocumentCode.parse(code).organ
    except ValueError:
        return None
    organ = organ_of_code(abbreviation) if abbreviation else None
    return GoverningBody(organ.name, organ.level, None) if organ and organ.scope is OrganScope.NATIONAL else None


def _type_and_title(lines: list[Line], type_at: int | None, code: str | None) -> tuple[str | None, str | None, int]:
    """Return type, title and the index behind the title."""
    if type_at is None:
        subject = next((line for line in lines[: _LETTER_LINES + 2] if _SUBJECT.match(line.text)), None)
        title = _SUBJECT.sub("", subject.text, count=1) if subject else None
        return ("Công văn" if subject or _is_letter(code) else None), title, subject.end if subject else 0
    named = type_named(lines[type_at].text)
    title_lines: list[Line] = []
    behind = lines[type_at + 1 : type_at + 7]
    while len(behind) > 1 and behind[0].text.isupper() and _OF_WHOM.match(behind[0].text):
        behind = behind[1:]
    for line in behind[:5]:
        capitals = line.text.isupper()
        if title_lines and (_BODY_BEGINS.match(line.text) or (capitals and _authority().match(line.text))):
            break
        if title_lines and (title_lines[0].text.isupper() != capitals or _starts_body(title_lines[-1], line)):
            break
        title_lines.append(line)
        if not capitals and line.text.endswith((".", ":", ";")):
            title_lines.pop()
            break
    title = " ".join(line.text for line in title_lines) or None
    return named.name if named else None, title, title_lines[-1].end if title_lines else lines[type_at].end


def _starts_body(previous: Line, line: Line) -> bool:
    """A rule between two lines (they are not neighbours) or a long line ends a title in small letters."""
    return line.start - previous.end > 3 or (not line.text.isupper() and len(line.text) > _LONGEST_TITLE_LINE)


def _is_letter(code: str | None) -> bool:
    """Tell whether a code is a letter's: it names no type but who drafted it (``4104/SNV-XDCQ``)."""
    if code is None:
        return False
    try:
        type_code = DocumentCode.parse(code).type_code
    except ValueError:
        return False
    return type_code is None or not types_with_code(type_code)


def _of_whom(lines: list[Line], type_at: int | None) -> str | None:
    """Return the body that the line below the type names: "NGHỊ QUYẾT" "CỦA BỘ CHÍNH TRỊ"."""
    if type_at is None or type_at + 1 >= len(lines) or not lines[type_at + 1].text.startswith("CỦA "):
        return None
    return read_bodies(lines[type_at + 1].text.removeprefix("CỦA "))[-1].name


def _province(organ: GoverningBody | None, parent: GoverningBody | None) -> str | None:
    for body in (organ, parent):
        if body and body.level is Level.PROVINCE and body.place:
            return body.place
    return None


def _date(match: re.Match[str] | None) -> PartialDate | None:
    if match is None or not match["y"].isdigit():
        return None
    month = int(match["m"]) if match["m"].isdigit() else None
    day = int(match["d"]) if match["d"].isdigit() and month else None
    try:
        return PartialDate(int(match["y"]), month, day)
    except ValueError:
        return None
