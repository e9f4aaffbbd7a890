"""Documents that are cited by name: laws, statutes, and resolutions of plenums and congresses."""

import re

from extract.context import Context
from extract.dates import date_after, year_after
from extract.found import Found
from ontology.folding import modern_tones
from ontology.laws import abbreviations, first_word, law_names, named_documents
from ontology.mentions import Citation, EntityLabel

# "pháp luật đất đai" and "kỷ luật lao động" are no laws.
_LAW_HEAD = re.compile(r"(?<![Pp]háp )(?<![Kk]ỷ )\b(?P<head>Bộ [Ll]uật|[Ll]uật|Pháp lệnh) (?=\w)")
_AMENDING = re.compile(
    r"(?:Luật |Pháp lệnh |Bộ luật )?[Ss]ửa đổi(?:,? ?(?:và )?bổ sung)?(?: một số điều)?(?: của| các)? (?=(?:Bộ [Ll]uật|[Ll]uật|Pháp lệnh) )"
)
_PREAMBLE_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^;.:“”\"\n()]{2,140}?(?=;| ngày \d| số \d| năm \d|\n|$)")
_ORDINAL = r"(?:thứ )?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm))?|[IVXLC]{1,6}|\d{1,2})"
_TERM = r"(?:,? ?\(?(?P<term>(?:khóa|khoá|nhiệm kỳ) (?:[IVXLC]{1,6}|\d{1,2}|\d{4} ?[-–] ?\d{4}))\)?)"
_TYPES = r"(?P<type>Nghị quyết|Kết luận|Thông báo nhanh kết quả|Thông báo nhanh|Thông báo|Văn kiện)"
_PLENUM = re.compile(
    rf"{_TYPES} (?:Hội nghị )?(?:"
    rf"(?:Trung ương|TW|T\.Ư|TƯ)(?: lần)? (?P<number>{_ORDINAL})\b(?:,? ?Ban Chấp hành Trung ương(?: Đảng)?)?"
    rf"|lần {_ORDINAL},? ?(?:của )?Ban Chấp hành (?:Trung ương(?: Đảng)?|Đảng bộ (?:tỉnh|huyện|thành phố|xã))"
    rf"|(?P<number2>{_ORDINAL}),? ?Ban Chấp hành Trung ương(?: Đảng)?"
    rf"){_TERM}?",
    re.IGNORECASE,
)
_CONGRESS = re.compile(
    r"(?P<type>Nghị quyết|Văn kiện) (?:của )?Đại hội (?:[^;.:“”\"\n()]{0,90}?)"
    r"(?:(?:lần thứ )(?:[IVXLC]{1,6}|\d{1,2})|[IVXLC]{2,6}|(?=,? nhiệm kỳ \d))"
    r"(?: (?:của )?Đảng(?: bộ (?:tỉnh|huyện|thành phố|xã|thị trấn))?(?: (?=[,(]|\bnhiệm))?)?"
    r"(?:,? ?\(?(?P<term>nhiệm kỳ \d{4} ?[-–] ?\d{4})\)?)?"
)
_CONCLUSION = re.compile(
    r"(?P<type>Kết luận) của (?P<issuer>(?:đồng chí )?[A-ZĐÀ-Ỹ][^;.:“”\"\n]{3,140}?) tại "
    r"(?:phiên họp|cuộc họp|[Hh]ội nghị|buổi làm việc) (?:lần )?thứ \d{1,3}(?: (?:của )?Ban Chỉ đạo)?"
)
_MAX_NAME = 130


def find_named_documents(text: str, context: Context) -> list[Found]:
    """Find documents that are cited without a code.

    Args:
        text: The normalised text.
        context: Stretches of its ``citations`` are passed over.

    Returns:
        ``DOC`` mentions in order; none overlaps another or a citation by code. ``norm`` is the folded surface, as
        the annotation guidelines want it where there is no code.
    """
    found: list[Found] = [*context.citations]
    for finder in (_conclusions, _congresses, _plenums, _laws, _named):
        taken = sorted((item.start, item.end) for item in found)
        for item in finder(text, context.body_start):
            if not _overlaps(taken, item.start, item.end) and not any(
                item.start < other.end and other.start < item.end for other in found[len(taken) :]
            ):
                found.append(item)
    known = set(map(id, context.citations))
    return sorted((item for item in found if id(item) not in known), key=lambda item: item.start)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(taken) and taken[low][0] < end


def _found(
    text: str, start: int, end: int, type_name: str, issuer: str | None = None, term: str | None = None
) -> Found:
    date, reach = date_after(text, end)
    if reach == end:
        date, reach = year_after(text, end)
    citation = Citation(type=type_name, date=date, issuer=issuer, term=term)
    return Found(start, end, EntityLabel.DOC, text[start:end], citation, reach)


def _laws(text: str, body_start: int) -> list[Found]:
    found: list[Found] = []
    position = body_start
    while match := _LAW_HEAD.search(text, position):
        position = match.end()
        start = match.start()
        if amending := _AMENDING.match(text, start):
            inner = _LAW_HEAD.match(text, amending.end())
            end = _law_end(text, inner) if inner else None
        else:
            end = _law_end(text, match)
        if end is None:
            continue
        type_name = {"b": "Bộ luật", "l": "Luật", "p": "Pháp lệnh"}[match["head"][0].lower()]
        found.append(_found(text, start, end, type_name))
        position = end
    return found


def _law_end(text: str, match: re.Match[str]) -> int | None:
    """Return the index behind the law's name that follows a head word, or ``None``."""
    head = "Luật" if match["head"].lower() == "luật" else "Bộ luật" if match["head"][0] == "B" else "Pháp lệnh"
    begin = match.end()
    window = text[begin : begin + _MAX_NAME]
    if (width := _name_width(window, head)) is not None:
        return begin + width
    # A law that the table does not know: only a preamble says where its name ends.
    if text[max(0, match.start() - 8) : match.start()].lower().endswith("căn cứ ") and match["head"][0].isupper():
        unknown = _PREAMBLE_NAME.match(text, begin)
        return unknown.end() if unknown else None
    return None


def _name_width(window: str, head: str) -> int | None:
    lowered = modern_tones(window).lower()
    if len(lowered) != len(window):
        return None
    names = law_names()[head]
    for name in names.get(first_word(lowered), ()):
        if lowered.startswith(name) and not lowered[len(name) : len(name) + 1].isalpha():
            return len(name)
    for short, long in abbreviations().items():
        at = window.find(short)
        if at < 0:
            continue
        expanded = lowered[:at] + long + lowered[at + len(short) :]
        for name in names.get(first_word(expanded), ()):
            if expanded.startswith(name) and at + len(long) <= len(name):
                return len(name) - len(long) + len(short)
    return None


def _named(text: str, body_start: int) -> list[Found]:
    found: list[Found] = []
    taken: list[tuple[int, int]] = []
    for row in named_documents():
        position = text.find(row.name, body_start)
        while position >= 0:
            end = position + len(row.name)
            if not text[end : end + 1].isalpha() and not any(a < end and position < b for a, b in taken):
                found.append(_found(text, position, end, row.type))
                taken.append((position, end))
            position = text.find(row.name, end)
    return found


def _plenums(text: str, body_start: int) -> list[Found]:
    return [
        _found(text, match.start(), match.end(), _type(match["type"]), term=match["term"])
        for match in _PLENUM.finditer(text, body_start)
    ]


def _congresses(text: str, body_start: int) -> list[Found]:
    return [
        _found(text, match.start(), match.end(), _type(match["type"]), term=match["term"])
        for match in _CONGRESS.finditer(text, body_start)
    ]


def _conclusions(text: str, body_start: int) -> list[Found]:
    return [
        _found(text, match.start(), match.end(), "Kết luận", issuer=match["issuer"].removeprefix("đồng chí "))
        for match in _CONCLUSION.finditer(text, body_start)
    ]


def _type(words: str) -> str:
    """Return the standard type for the words at a citation's head."""
    return "Thông báo" if words.startswith("Thông báo") else words[:1].upper() + words[1:]
