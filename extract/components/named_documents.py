"""Documents that are cited by name: laws, statutes, and resolutions of plenums and congresses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.context import Context
from extract.dates import date_after, year_after
from extract.flatten import Occupied
from extract.found import Found
from ontology.folding import CAPITALS, either_tones, modern_tones
from ontology.laws import NamedDocument, abbreviations, law_name_at, named_documents, with_lost_spaces
from ontology.mentions import Citation, EntityLabel

_LAW_HEAD = re.compile(
    r"[BLlP](?:(?<=B)ộ [Ll]uật|(?<=[Ll])uật|(?<=P)háp lệnh|(?<=B)Ộ LUẬT|(?<=L)UẬT|(?<=P)HÁP LỆNH) (?=\w)"
)
# "pháp luật đất đai", "kỷ luật lao động" and "quy luật giá trị" are no laws.
_NO_LAW = re.compile(r"(?:[^\W\d_]|(?:[Pp]háp|[Kk]ỷ|[Qq]uy|[Đđ]ịnh|[Dd]ự án|[Đđ]ạo|PHÁP|KỶ|QUY|ĐỊNH|ĐẠO) )$")
_AMENDING = re.compile(
    r"(?:Luật |Pháp lệnh |Bộ luật )?[Ss]ửa đổi(?:,? ?(?:và )?bổ sung)?(?: một số điều)?(?: của| các)? "
    r"(?=(?:Bộ [Ll]uật|[Ll]uật|Pháp lệnh) )"
)
_LAW_TYPES = {"B": "Bộ luật", "L": "Luật", "P": "Pháp lệnh"}
_AND = re.compile(r",? và |, ")
_PREAMBLE_NAME = re.compile(rf"[{CAPITALS}][^;.:“”\"\n()]{{2,140}}?(?=;| ngày \d| số \d| năm \d|\n|$)")
_ABBREVIATION = re.compile(rf"[{CAPITALS}]{{3,}}")
# Where a resolution, conclusion, notice or other text of a meeting may begin.
_HEAD = re.compile(r"[KNTVkntv](?:ghị quyết|GHỊ QUYẾT|ết luận|ẾT LUẬN|hông báo|HÔNG BÁO|ăn kiện|ĂN KIỆN) ")
# The body that writes a congress's papers.
_NO_MEETING = ("Tiểu ban ", "Tiểu Ban ")
_NUMERAL = r"(?:[IVXLC]{1,6}|\d{1,2})\b"
_ORDINAL = (
    r"(?:thứ )?(?:nhất|hai|ba|tư|bốn|năm(?! \d)|sáu|bảy|bẩy|tám|chín|mười(?: (?:một|hai|ba|bốn|tư|lăm|sáu|bảy))?"
    rf"|{_NUMERAL})"
)
_TERM = (
    r"(?:,? ?(?P<open>\()?(?P<term>(?:khóa|khoá|nhiệm kỳ) "
    r"(?:\d{4} ?[-–] ?\d{4}|[IVXLC]{1,6}(?:(?:,| và) (?:khóa |khoá )?[IVXLC]{1,6}\b)*|\d{1,2}))(?(open)\)))"
)
_CENTRE_NAME = r"(?:Trung ương|TW|T\.Ư|T\.W|TƯ)"
_CENTRE = rf"(?:Ban Chấp hành|BCH) {_CENTRE_NAME}(?: Đảng)?"
_PLENUM = re.compile(
    r"(?P<type>Nghị quyết|Kết luận|Thông báo nhanh kết quả|Thông báo nhanh|Thông báo|Văn kiện) "
    r"(?:(?:của )?Hội nghị )?(?:"
    rf"{_CENTRE_NAME}(?: lần)? ?{_ORDINAL}\b(?:(?:,| và) \d{{1,2}}\b(?! ?[/.]))*(?: \(?lần (?:\d|hai|thứ hai)\b\)?)?"
    rf"(?:,? ?{_CENTRE})?"
    rf"|lần {_ORDINAL},? ?(?:của )?(?:{_CENTRE}|(?:Ban Chấp hành|BCH) Đảng bộ (?:tỉnh|huyện|thành phố|xã))"
    rf"|{_ORDINAL},? ?{_CENTRE}"
    rf"){_TERM}?",
    re.IGNORECASE,
)
_CONGRESS = re.compile(
    r"(?P<type>(?i:Nghị quyết|(?<!ban )Văn kiện)) (?i:của )?(?i:Đại hội) (?!chi bộ|các )(?:[^;.:“”\"\n()]{0,90}?)"
    rf"(?:(?i:lần {_ORDINAL})|\b(?:[IVXLC]{{2,6}}\b|[IVXLC](?= (?:của )?Đảng\b))|(?=,? (?i:nhiệm kỳ) \d))"
    r"(?: (?i:của )?(?i:Đảng)(?i: bộ (?:tỉnh|huyện|thành phố|xã|thị trấn|phường|quận|thị xã))?(?: (?=[,(]|\bnhiệm))?)?"
    r"(?:,? ?(?P<open>\()?(?P<term>(?i:nhiệm kỳ) \d{4} ?[-–] ?\d{4})(?(open)\)))?"
)
_COUNCIL = (
    r"(?:Quốc hội|(?:HĐND|Hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
    rf"(?: [{CAPITALS}][^\W\d_]*){{0,4}})"
)
_COUNCIL_TERM = r"(?P<term>[Kk](?:hóa|hoá) [IVXLC]{1,6}\b)"
# "Nghị quyết kỳ họp thứ 5 HĐND tỉnh khóa VII", "Nghị quyết của Quốc hội khóa X, kỳ họp thứ 6".
_SESSION = re.compile(
    rf"(?P<type>Nghị quyết) (?:của )?[Kk]ỳ họp (?:lần )?{_ORDINAL},? (?:của )?{_COUNCIL},? {_COUNCIL_TERM}"
)
_COUNCIL_SESSION = re.compile(
    rf"(?P<type>Nghị quyết) (?:của )?{_COUNCIL},? {_COUNCIL_TERM},? (?:tại )?[Kk]ỳ họp (?:lần )?{_ORDINAL}\b"
)
_MEETINGS = (_CONGRESS, _PLENUM, _SESSION, _COUNCIL_SESSION)
_CONCLUSION = re.compile(
    rf"(?P<type>Kết luận) của (?P<issuer>(?:đồng chí )?[{CAPITALS}][^;.:“”\"\n]{{3,140}}?) tại "
    r"(?:phiên họp|cuộc họp|[Hh]ội nghị|buổi làm việc) (?:lần )?thứ \d{1,3}(?: (?:của )?Ban Chỉ đạo)?"
)
# "Hiến pháp, luật, nghị quyết": kinds of documents, none of which is meant.
_KIND = re.compile(r",? (?:và )?(?:các )?(?:luật|pháp luật|nghị quyết|pháp lệnh)\b(?! [A-ZĐ])")
# "Ban hành kèm theo Nghị quyết này Quy chế …": what is issued, and not what is cited.
_ANNEXED = ("này ", "ban hành ", "BAN HÀNH ", "Ban hành ")
_LONG_NAME = 4
_MAX_NAME = 180
_LONGEST_EXCLUSION = 8


def find_named_documents(text: str, context: Context) -> list[Found]:
    """Find documents that are cited without a code.

    Args:
        text: The normalised text.
        context: Stretches of its ``citations`` are passed over.

    Returns:
        ``DOC`` mentions in order; none overlaps another or a citation by code. ``norm`` is the folded surface, as
        the annotation guidelines want it where there is no code.
    """
    occupied = Occupied(context.citations)
    found: list[Found] = []
    for finder in (_meetings, _laws, _named):
        for item in finder(text, context.body_start):
            if occupied.is_free(item.start, item.end):
                occupied.take(item.start, item.end)
                found.append(item)
    return sorted(found, key=lambda item: item.start)


def _found(
    text: str, start: int, end: int, type_name: str, issuer: str | None = None, term: str | None = None
) -> Found:
    while text[end - 1] == " ":
        end -= 1
    date, reach = date_after(text, end)
    if reach == end:
        date, reach = year_after(text, end)
    citation = Citation(type=type_name, date=date, issuer=issuer, term=term)
    return Found(start, end, EntityLabel.DOC, text[start:end], citation, reach)


def _meetings(text: str, body_start: int) -> Iterator[Found]:
    """Yield resolutions of plenums and congresses, and conclusions drawn at a numbered meeting."""
    behind = body_start
    for head in _HEAD.finditer(text, body_start):
        start = head.start()
        if start < behind or (start and text[start - 1].isalpha()) or text.endswith(_NO_MEETING, 0, start):
            continue
        if match := _CONCLUSION.match(text, start):
            yield _found(text, start, match.end(), "Kết luận", issuer=match["issuer"].removeprefix("đồng chí "))
        elif match := next(filter(None, (pattern.match(text, start) for pattern in _MEETINGS)), None):
            yield _found(text, start, match.end(), _type(match["type"]), term=match["term"])
        else:
            continue
        behind = match.end()


def _laws(text: str, body_start: int) -> Iterator[Found]:
    position = body_start
    while match := _LAW_HEAD.search(text, position):
        position = match.end()
        start = match.start()
        if _NO_LAW.search(text[max(0, start - _LONGEST_EXCLUSION) : start]):
            continue
        if match.group().isupper() and text[start - 1 : start] in ("\n", ""):
            continue  # a law's own heading
        end: int | None
        if amending := _AMENDING.match(text, start):
            inner = _LAW_HEAD.match(text, amending.end())
            end = _amended_laws_end(text, inner) if inner else None
        else:
            end = _law_end(text, match)
        if end is None:
            continue
        found = _found(text, start, end, _law_type(match))
        name = with_lost_spaces(_law_type(match), text[match.end() : end])
        yield replace(found, norm=match.group() + name)
        position = end


def _amended_laws_end(text: str, head: re.Match[str]) -> int | None:
    """Return the index behind the last law that an amending law's name names: "… của Luật Quy hoạch và Luật Đầu tư"."""
    end = _law_end(text, head)
    while end is not None and (glue := _AND.match(text, end)) and (following := _LAW_HEAD.match(text, glue.end())):
        behind = _law_end(text, following)
        if behind is None:
            break
        end = behind
    return end


def _law_type(match: re.Match[str]) -> str:
    return _LAW_TYPES[match.group()[0].upper()]


def _law_end(text: str, match: re.Match[str]) -> int | None:
    """Return the index behind the law's name that follows a head word, or ``None``."""
    begin = match.end()
    capital = match.group()[0].isupper()
    if (width := _name_width(text[begin : begin + _MAX_NAME], _law_type(match), capital)) is not None:
        return begin + width
    # A law that the table does not know: only a preamble says where its name ends.
    if capital and text[max(0, match.start() - 8) : match.start()].lower().endswith("căn cứ "):
        unknown = _PREAMBLE_NAME.match(text, begin)
        return unknown.end() if unknown else None
    return None


def _name_width(window: str, head: str, capital: bool) -> int | None:
    """Return the length of the law's name at the beginning of ``window``; without a capital no name of one word."""
    lowered = modern_tones(window).lower()
    if len(lowered) != len(window):
        return None
    name = law_name_at(head, lowered)
    width = len(name) if name is not None and (capital or " " in name) else None
    if _ABBREVIATION.search(window) is None:
        return width
    expanded, width_of = _written_out(window, lowered)
    longer = law_name_at(head, expanded)
    return max(width or 0, width_of.get(len(longer), 0) if longer is not None else 0) or None


def _written_out(window: str, lowered: str) -> tuple[str, dict[int, int]]:
    """Write out abbreviations ("Luật Tổ chức HĐND và UBND").

    Returns:
        The words in small letters, and for each length of theirs the length of the same words in ``window``.
    """
    pieces: list[str] = []
    width_of: dict[int, int] = {}
    length = position = 0

    def copy(end: int) -> None:
        nonlocal length
        width_of.update({length + i: position + i for i in range(1, end - position + 1)})
        pieces.append(lowered[position:end])
        length += end - position

    for short in _ABBREVIATION.finditer(window):
        if (long := abbreviations().get(short.group())) is not None:
            copy(short.start())
            pieces.append(long)
            length += len(long)
            position = short.end()
            width_of[length] = position
    copy(len(window))
    return "".join(pieces), width_of


@cache
def _names() -> re.Pattern[str]:
    """The names of named documents in either tone placement, a longer one before its own beginning."""
    variants = [variant for row in named_documents() for variant in _variants(row)]
    firsts = "".join(sorted({variant[0] for variant in variants}))
    rests = "|".join(f"(?<={variant[0]}){_loosely(variant[1:])}" for variant in variants)
    return re.compile(rf"[{firsts}](?:{rests})(?![^\W\d_])")


def _loosely(words: str) -> str:
    """Return a pattern for a name's words: of a long name capitals tell nothing and converted files lose spaces."""
    if words.count(" ") < _LONG_NAME:
        return either_tones(words)
    return f"(?i:{either_tones(words.lower()).replace(' ', ' ?')})"


def _key(name: str) -> str:
    return modern_tones(name).lower().replace(" ", "")


def _variants(row: NamedDocument) -> tuple[str, ...]:
    return (row.name, row.name[0].lower() + row.name[1:]) if row.small else (row.name,)


def _named(text: str, body_start: int) -> Iterator[Found]:
    rows = {_key(row.name): row for row in named_documents()}
    for match in _names().finditer(text, body_start):
        if _KIND.match(text, match.end()) or text.endswith(_ANNEXED, 0, match.start()):
            continue
        row = rows[_key(match.group())]
        found = _found(text, match.start(), match.end(), row.type)
        yield found if match.group().count(" ") == row.name.count(" ") else replace(found, norm=row.name)


def _type(words: str) -> str:
    """Return the standard type for the words at a citation's head."""
    return "Thông báo" if words.lower().startswith("thông báo") else words.capitalize()
