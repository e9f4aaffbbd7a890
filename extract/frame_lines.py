"""The fixed lines of a letterhead: code, place and date, and what is neither organ nor title."""

import re
from dataclasses import dataclass
from functools import cache

from extract.lines import Line
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import official_type_code, types_with_code
from ontology.folding import CAPITALS
from ontology.letterhead_words import any_of, letterhead_words

_NUMBER = r"(?:\d{1,6}[a-zđ]?|[.…_Xx]{0,40}) ?"
_PARTY_CODE = r"[-–] ?[A-ZĐ][A-Za-zĐđ]{0,5} ?/ ?[A-ZĐ][\wĐ&-]*(?:/[A-ZĐ][\wĐ&-]*)?"
_STATE_CODE = r"/ ?(?:(?:\d{4}|[.…_]{1,8}) ?/ ?)?[A-ZĐ][\wĐđ&]*(?: ?[-–./] ?[A-ZĐ][\w&]*)*"
_SMALL_CODE = r"/ ?[a-zđ]{2,4}-[a-zđ]{2,6}"
_LETTER_CODE = r"(?:CV|TT|QĐ|BC|KH|TB|CT) ?/ ?[A-ZĐ]{2,6}"  # "217 CV/UB", as in the nineties
_PLACE = rf"[{CAPITALS}][^,;|\n]{{1,40}}"
_DAY = r"(?P<d>\d{1,2}|[.…_ ]*) ?tháng ?(?P<m>\d{1,2}|[.…_ ]*) ?năm ?(?P<y>\d{4}|\d{0,3}[.…_ ]*)"
# Alone in its line, or with the other column behind it; "Số 18-NQ/TW còn giá trị" is a sentence.
CODE_LINE = re.compile(
    r"^(?:Luật |Bộ luật |Pháp lệnh |Nghị quyết |Lệnh )?(?:Số|số|SỐ|Sô) ?[:.]? ?"
    rf"(?P<code>{_NUMBER}(?:{_PARTY_CODE}|{_STATE_CODE}|{_SMALL_CODE}|{_LETTER_CODE}))"
    rf"(?=[\s.|)*]*$|[ ,;]+(?:V/[vV]|Về việc|{_PLACE}, ?[Nn]gày|[Nn]gày \d)| (?:hồi|lúc) \d)",
    re.MULTILINE,
)
# Day, month or year may still be blank or dotted: "ngày      tháng 12 năm 2023".
PLACE_DATE = re.compile(rf"(?:^|[|(]? ?){_PLACE}, ?(?:[Nn]gày|NGÀY) ?{_DAY}(?=[\s|.)]*$)", re.MULTILINE)
_SHORT_DATE = re.compile(
    rf"^{_PLACE}, ?(?:[Nn]gày ?)?(?P<d>\d{{1,2}}|[.…_]+) ?[-/.] ?(?P<m>\d{{1,2}}|[.…_]+) ?[-/.] ?"
    r"(?P<y>\d{4})(?=[\s|.)]*$)",
    re.MULTILINE,
)
_BARE_DATE = re.compile(rf"^(?:\(?|[Ss]ố[^,\n]{{3,40}}, ?)[Nn]gày ?{_DAY}(?=[\s|.)]*$)", re.MULTILINE)
_DATE_LINE = re.compile(rf"\(?(?:{_PLACE}, ?)?[Nn]gày ?{_DAY}[\s.)]*")
SUBJECT = re.compile(r"(?:V/[vV]|Về việc)\b ?:? ?")
DRAFT = re.compile(
    r"\(?(?:bản )?dự thảo(?: (?:lần(?: thứ)?|số)?:? ?(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư))?"
    r"(?:[ ,(–-]+ngày [\d/. -]{3,12})?\)?",
    re.IGNORECASE,
)
_CLAUSE_DATE = re.compile(r"NGÀY (?P<d>\d{1,2}) ?(?:THÁNG|[-/]) ?(?P<m>\d{1,2}) ?(?:NĂM|[-/]) ?(?P<y>\d{4})")
_CLAUSE = re.compile(
    rf"CỦA (?P<body>[{CAPITALS} ,\-]{{4,120}}?)(?: SỐ:? (?P<code>\d[\w./&-]{{2,40}}))?"
    r"(?P<date> NGÀY \d{1,2} ?(?:THÁNG|[-/]) ?\d{1,2} ?(?:NĂM|[-/]) ?\d{4})?"
    r"(?:$|[ ,]+(?=(?:V/V|VỀ|BAN HÀNH|QUY ĐỊNH|SỬA ĐỔI|BỔ SUNG|PHÊ DUYỆT|HƯỚNG DẪN|BÃI BỎ|CÔNG BỐ|THÀNH LẬP)\b))"
)
_BODY_BEGINS = re.compile(
    r"(?:[-–+] )?(?:Nơi nhận ?:|Kính gửi|KÍNH GỬI|(?:Căn cứ|Thực hiện|Xét|Theo) )|I[.\-/]|1\.|Điều 1\b|Phần|PHẦN"
    r"|CHƯƠNG I\b|Chương I\b"
)


@cache
def frame_words() -> re.Pattern[str]:
    """What stands beside organ, code and date: the right column."""
    return re.compile("|".join(row.words for row in letterhead_words().frame))


@cache
def _copy_words() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{any_of(letterhead_words().copies)})\b.{{0,20}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """What older documents write behind their type: "CỦA CHÍNH PHỦ SỐ 42/CP NGÀY 16 THÁNG 7 NĂM 1996 VỀ …".

    Args:
        body: The issuing body, in capitals, or ``None``.
        code: The code as written, or ``None``.
        date: The match of its date, or ``None``.
        rest: Index, in the clause, of what follows, which is the title; its length if nothing does.
    """

    body: str | None
    code: str | None
    date: re.Match[str] | None
    rest: int


def read_clause(words: str) -> Clause | None:
    """Read a clause "CỦA …" in capitals, or return ``None`` if the words are none."""
    match = _CLAUSE.match(words)
    if match is None:
        return None
    date = _CLAUSE_DATE.search(match["date"]) if match["date"] else None
    return Clause(match["body"], match["code"], date, match.end())


def begins_body(line: Line) -> bool:
    """Tell whether a line is the first of a document's body."""
    return _BODY_BEGINS.match(line.text) is not None


def is_copy_mark(line: Line) -> bool:
    """Tell whether a line says that the paper is a copy ("SAO Y BẢN CHÍNH")."""
    return _copy_words().match(line.text) is not None and (line.text.isupper() or len(line.text) < 24)


def is_frame(line: Line) -> bool:
    """Tell whether a line can only stand in a letterhead: a motto, a code, place and date."""
    text = line.text
    return bool(frame_words().search(text) or CODE_LINE.match(text) or has_date(text))


def has_date(text: str) -> bool:
    """Tell whether a line ends with place and date."""
    return ("gày" in text or "GÀY" in text) and PLACE_DATE.search(text) is not None


def normal_code(written: str) -> str:
    """Return a letterhead's code in its normalised form; dots that stand for a blank number are dropped."""
    code = re.sub(r"\s+", "", written).replace("–", "-")
    code = re.sub(r"^[.…_Xx]+(?=[-/])|(?<=/)[.…_]+/", "", code).rstrip(".")
    code = code.upper() if re.fullmatch(r"\d*/[a-zđ-]+", code) else code
    if code.endswith("/TƯ") or re.search(r"[^Ư]TƯ$", code):
        code = f"{code[:-2]}TW"
    if party := re.match(r"(.*?)-([^\W\d_]+)/(.+)$", code):
        return f"{party[1]}-{official_type_code(party[2]) or party[2]}/{party[3]}"
    return code


def parsed_code(code: str | None) -> DocumentCode | None:
    """Return the parts of a code, or ``None`` if it follows neither grammar."""
    if code is None:
        return None
    try:
        return DocumentCode.parse(code)
    except ValueError:
        return None


def is_letter_code(code: str | None) -> bool:
    """Tell whether a code is a letter's: it names no type but who drafted it (``4104/SNV-XDCQ``)."""
    parsed = parsed_code(code)
    if parsed is None:
        return False
    return parsed.type_code is None or parsed.type_code == "CV" or not types_with_code(parsed.type_code)


def is_copy_code(code: str | None) -> bool:
    """Tell whether a code numbers a copy (``15-BS/HU``, ``20/SY-UBND``)."""
    parsed = parsed_code(code)
    return parsed is not None and (parsed.type_code or "").upper() in ("BS", "SY", "SL", "TRS", "TS")


def find_date(text: str, *, bare: bool = False) -> re.Match[str] | None:
    """Return the line of place and date.

    Args:
        text: Lines, one column a line.
        bare: Whether a line that names no place counts too ("Ngày 05 tháng 8 năm 2008").
    """
    match = PLACE_DATE.search(text) or _SHORT_DATE.search(text)
    return match or (_BARE_DATE.search(text) if bare else None)


def date_line(line: Line) -> re.Match[str] | None:
    """Return the date of a line that holds nothing else, perhaps with a place."""
    return _DATE_LINE.fullmatch(line.text) or _SHORT_DATE.fullmatch(line.text)


def date_of(match: re.Match[str] | None) -> PartialDate | None:
    """Return the date of a match of ``find_date`` as far as it is filled in; an impossible one is none."""
    if match is None or not re.fullmatch(r"\d{4}", match["y"].strip()):
        return None
    month = int(match["m"]) if match["m"].isdigit() else None
    day = int(match["d"]) if match["d"].isdigit() and month else None
    try:
        return PartialDate(int(match["y"]), month, day)
    except ValueError:
        return None
