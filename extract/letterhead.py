"""Head and foot of a document: what it says of itself.

Two layouts: the Party's (organ left, "ĐẢNG CỘNG SẢN VIỆT NAM" right; Quy định 66-QĐ/TW and 399-QĐ/TW) and the State's
(organ left, national motto right; Nghị định 30/2020/NĐ-CP, annex I). Both arrive as lines in some order, because the
two columns are tables or tabs in the sources.
"""

import re
from dataclasses import dataclass

from extract.normalize import NormalizedText
from extract.organ_lines import GoverningBody, read_body
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import document_types, official_type_code, type_named
from ontology.extraction import Letterhead, Signer
from ontology.levels import Level
from ontology.organs import OrganScope, organ_of_code

_HEAD_CHARACTERS = 4_000
_HEAD_LINES = 45
_FOOT_CHARACTERS = 4_000
_MOTTO = re.compile(
    r"ĐẢNG CỘNG SẢN|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|[Đđ]ộc lập ?[-–] ?[Tt]ự do|^DỰ THẢO|^Dự thảo|^MẬT$|^TỐI MẬT$|^HỎA TỐC"
)
_CODE_LINE = re.compile(
    r"^Số ?[:.]? ?\n?(?P<code>(?:[\w.…]{0,8}) ?(?:[-–] ?[A-ZĐ][A-Za-zĐđ]{0,5} ?/ ?[A-ZĐ][\wĐ&-]*|/(?:\d{4}/)?[A-ZĐ][\wĐđ&]*(?: ?[-–.] ?[A-ZĐ][\w&]*)*))",
    re.MULTILINE,
)
_PLACE_DATE = re.compile(
    r"(?:^|\| ?)(?P<place>[^\W\d_][^,\n|]{1,40}), ?[Nn]gày ?(?P<d>\d{1,2}|[.…_]*) ?tháng ?(?P<m>\d{1,2}|[.…_]*) ?năm ?(?P<y>\d{4}|[.…_]*)",
    re.MULTILINE,
)
# The Central Committee's letterhead serves these two as well; the signature tells which of the three it is.
_CENTRAL_SIGNATORIES = frozenset({"Bộ Chính trị", "Ban Bí thư"})
_WIDE_GAP = 4
_FILLED_BY_HAND = re.compile(r"[-–/]|tháng|năm|\d")
_RULE = re.compile(r"^[\s|*_\-–—=.]*$")
_CONTINUED_BY = re.compile(
    r"^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TRUNG ƯƠNG|VÀ)(?! [ỦU][YỶ]\b| UỶ)\b"
)
_AUTHORITY = re.compile(
    r"^(?:ỦY BAN|UỶ BAN|CHỦ TỊCH|HỘI ĐỒNG|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|CHÍNH PHỦ|BAN CHẤP HÀNH|QUỐC HỘI|TỔNG CỤC TRƯỞNG|THỐNG ĐỐC)\b"
)
_BODY_BEGINS = re.compile(r"^(?:Căn cứ|Thực hiện|- Căn cứ|Kính gửi|I[.\-]|1\.|Điều 1|Phần|PHẦN|CHƯƠNG I\b)")
_ON_BEHALF = re.compile(
    r"(?:T/M|TM\.?|T\.M\.?) ?(?P<body>[A-ZÀ-Ỹ][A-ZÀ-Ỹ ,\-]{3,80}?)(?=\n|$| (?:KT|K/T|TL|T/L|TUQ)\b| (?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH))"
)
_SIGNATURE = re.compile(
    r"(?P<role>(?:PHÓ |QUYỀN |ỦY VIÊN |THỨ |TỔNG )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG|THỦ TƯỚNG|THƯỜNG TRỰC|CỤC TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)(?: THƯỜNG TRỰC)?)"
    r"[\s|]{1,12}(?:\([Đđ]ã ký\)[\s|]*)?(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4})(?=[\s|]*(?:\n|$))"
)


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


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def read_letterhead(normalized: NormalizedText) -> ReadLetterhead:
    """Read head and foot of a document.

    Args:
        normalized: The whole document.

    Returns:
        What was found; an empty letterhead with ``body_start`` 0 for a text that has none (a passage, an annex).
    """
    text = normalized.text
    lines = _lines(normalized)
    type_at = _type_line(lines)
    head = lines[:type_at] if type_at is not None else _frame_without_type(lines)
    frame_end = head[-1].end if head else 0
    # One column, cell or line a line: the patterns below are anchored at line ends.
    frame = "\n".join(line.text for line in head)
    code_match = _CODE_LINE.search(frame)
    date_match = _PLACE_DATE.search(frame)
    if type_at is None and code_match is None:
        return ReadLetterhead(Letterhead(), 0)
    bodies = [read_body(words, text) for words in _organ_lines(head)]
    organ = bodies[-1] if bodies else None
    parent = bodies[-2] if len(bodies) > 1 else None
    code = _code(code_match["code"]) if code_match else None
    if organ is None and code is not None:
        organ = _national_body(code)
    type_name, title, title_end = _type_and_title(lines, type_at, code)
    signer = _signer(text)
    if organ and organ.level is Level.CENTRAL and signer and signer.on_behalf_of in _CENTRAL_SIGNATORIES:
        organ = GoverningBody(signer.on_behalf_of, Level.CENTRAL, None)
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


def _lines(normalized: NormalizedText) -> list[_Line]:
    """Split the head of a text into lines, table cells and tab-built columns, without rules and empty ones."""
    lines: list[_Line] = []
    for match in re.finditer(r"[^\n|]+", normalized.text[:_HEAD_CHARACTERS]):
        for start, end in _columns(normalized, match.start(), match.end()):
            words = normalized.text[start:end]
            stripped = words.strip(" \\")
            if stripped and not _RULE.match(stripped):
                begin = start + words.index(stripped)
                lines.append(_Line(begin, begin + len(stripped), stripped))
        if len(lines) >= _HEAD_LINES:
            break
    return lines


def _columns(normalized: NormalizedText, start: int, end: int) -> list[tuple[int, int]]:
    """Split a line where the original has a tab or a wide gap between two columns.

    The gap that stands for a number or a day not yet filled in ("Số      -BC/HU", "ngày     tháng") divides nothing.
    """
    columns: list[tuple[int, int]] = []
    begin = start
    for blank in re.finditer(" ", normalized.text[start:end]):
        position = start + blank.start()
        gap = normalized.span(position, position + 1).of(normalized.original)
        if ("\t" in gap or len(gap) >= _WIDE_GAP) and not _FILLED_BY_HAND.match(normalized.text, position + 1):
            columns.append((begin, position))
            begin = position + 1
    columns.append((begin, end))
    return columns


def _type_line(lines: list[_Line]) -> int | None:
    """Return which line is the document's type in capitals, or ``None``."""
    for index, line in enumerate(lines):
        # "QUYẾT ĐỊNH:" with a colon is the enacting clause in the middle of a document.
        words = line.text
        if words.isupper() and type_named(words) is not None and words.casefold() not in ("văn bản",):
            return index if index <= 1 or _is_frame(lines[:index]) else None
    return None


def _is_frame(lines: list[_Line]) -> bool:
    """Tell whether lines can be the frame of a letterhead: a motto, a code or a date stands among them."""
    return any(
        _MOTTO.search(line.text) or _CODE_LINE.match(line.text) or _PLACE_DATE.search(line.text) for line in lines
    )


def _frame_without_type(lines: list[_Line]) -> list[_Line]:
    """A letter (công văn) has no type line: its frame ends with the line of place and date or code."""
    last = None
    for index, line in enumerate(lines[:12]):
        if _CODE_LINE.match(line.text) or _PLACE_DATE.search(line.text) or line.text.startswith("V/v"):
            last = index
    return lines[: last + 1] if last is not None else []


def _organ_lines(head: list[_Line]) -> list[str]:
    """Return the names of the bodies in the frame, from the highest to the issuing one."""
    names: list[str] = []
    previous_end = -1
    for line in head:
        words = " ".join(line.text.strip(" *").split())
        if _MOTTO.search(words):
            continue
        if (
            not words.isupper()
            or any(character.isdigit() for character in words)
            or not re.search(r"[A-ZĐÀ-Ỹ]{2}", words)
        ):
            previous_end = -1
            continue
        joins = names and previous_end >= 0 and (_CONTINUED_BY.match(words) or names[-1].endswith((" VÀ", ",", " -")))
        if joins:
            names[-1] = f"{names[-1]} {words}"
        else:
            names.append(words)
        previous_end = line.end
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


def _type_and_title(lines: list[_Line], type_at: int | None, code: str | None) -> tuple[str | None, str | None, int]:
    """Return type, title and the index behind the title."""
    if type_at is None:
        subject = next((line for line in lines[:14] if line.text.startswith(("V/v", "Về việc"))), None)
        letter = code is not None and not any(f"/{c}-" in code or f"-{c}/" in code for c in _type_codes())
        title = re.sub(r"^V/v:? ?", "", subject.text) if subject else None
        return ("Công văn" if letter or subject else None), title, subject.end if subject else 0
    named = type_named(lines[type_at].text)
    title_lines: list[_Line] = []
    for line in lines[type_at + 1 : type_at + 6]:
        capitals = line.text.isupper()
        if _BODY_BEGINS.match(line.text) and title_lines:
            break
        if title_lines and capitals and _AUTHORITY.match(line.text):
            break
        if title_lines and (title_lines[0].text.isupper() != capitals or _starts_body(title_lines[-1], line)):
            break
        title_lines.append(line)
        if not capitals and line.text.endswith((".", ":", ";")):
            title_lines.pop()
            break
    title = " ".join(line.text for line in title_lines) or None
    return named.name if named else None, title, title_lines[-1].end if title_lines else lines[type_at].end


def _starts_body(previous: _Line, line: _Line) -> bool:
    """A rule between two lines (they are not neighbours) or a long line ends a title in small letters."""
    return line.start - previous.end > 3 or (not line.text.isupper() and len(line.text) > 160)


def _type_codes() -> set[str]:
    return {code for row in document_types() for code in row.codes}


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


def _signer(text: str) -> Signer | None:
    """Read the last signature of the document."""
    foot = text[-_FOOT_CHARACTERS:]
    signatures = list(_SIGNATURE.finditer(foot))
    if not signatures:
        return None
    last = signatures[-1]
    behalf = None
    for match in _ON_BEHALF.finditer(foot, 0, last.start() + len(last["role"])):
        behalf = match["body"].strip(" ,-")
    return Signer(last["name"], _post(last["role"]), read_body(behalf, text).name if behalf else None)


def _post(capitals: str) -> str:
    """Return a post in ordinary spelling: ``PHÓ BÍ THƯ THƯỜNG TRỰC`` → ``Phó Bí thư Thường trực``."""
    return re.sub(
        r"(?:^|(?<=phó )|(?<=quyền )|(?<=thứ )|(?<=chánh (?=văn))|(?<= )(?=thường trực))\w",
        lambda match: match.group().upper(),
        capitals.lower(),
    )
