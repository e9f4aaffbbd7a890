"""Citations by code: ``Nghị quyết số 18-NQ/TW``, ``Luật Đất đai số 31/2024/QH15``, ``số 008/CĐ-UBND``.

A code is found by its shape, then the words before it tell what it is: a type word makes it a citation, the words of
``ontology/tables/look_alikes.json`` make it none, and without either it must be a code of a known type.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from extract.context import Context
from extract.dates import date_after
from extract.found import Found
from ontology.document_types import DocumentType, official_type_code, type_named, types_with_code
from ontology.folding import CAPITALS, SMALL
from ontology.look_alikes import look_alike_endings
from ontology.mentions import Citation, EntityLabel

# An abbreviation: plain Latin letters of which two are capitals, or a lone L (Lệnh, Luật). The longest real one has
# 13 letters (BBVCSSKTW with a department behind it is two); the bounds keep the search linear on endless words.
_ABBR = r"(?:(?=[A-ZĐ][A-Za-zĐđƯ\d&]{0,22}?[A-ZĐƯ&])[A-ZĐ][A-Za-zĐđƯ\d&]{1,23}|L(?=-))"
_LOWER_ABBR = r"[a-zđ]{2,5}-[a-zđ]{2,6}"
_CODE = re.compile(
    # The digit leads, and what may not stand before it is looked for behind it: the regular expression engine skips to
    # a leading class at full speed.
    r"(?P<number>\d(?<![\w/.,].)\d{0,5}[a-zđ]?) ?"
    r"(?:"
    rf"[-–] ?(?P<party>[A-ZĐ][A-Za-zĐđ]{{0,5}}) ?/ ?(?P<organ>{_ABBR}(?: ?[-–] ?{_ABBR}){{0,8}})"
    rf"|/ ?(?:(?P<year>(?:19|20)\d\d) ?(?P<sep>[/\-]) ?)?"
    rf"(?P<state>{_ABBR}(?:/{_ABBR}(?=-))?(?: ?[-–.] ?{_ABBR}){{0,8}}|{_LOWER_ABBR})"
    r")(?![\w/])"
)
# "số", "Số:", "số số": one space, or a mark with spaces around it, stands behind each.
_NUMBER_WORD = re.compile(r"(?:(?:[Ss]ố|SỐ|so)(?: ?[:.] ?| )?)+$")
_NUMBER_WORD_ENDS = ("số", "SỐ", "Số", "so")
_OPENING = " (“\"'[-–"
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d+$")
_LAW_BEFORE = re.compile(r"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh) (?:[^.;:“”\"\n\d]{2,600})?$")
_LAW_HEAD = re.compile(r"(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh|Nghị quyết)(?= )")
_AMENDS = re.compile(r"(?:bộ )?luật (?:sửa đổi|bổ sung)[^;]*(?:của|các|và|,) ?$")
_TYPE_OF_ORGAN = re.compile(r"(?P<type>[^\W\d_]+(?: [^\W\d_]+){0,3}) của (?P<issuer>[^\W\d_][^.;:,“”\"\n\d]{2,60}?) ?$")
# "Văn bản giải trình, tiếp thu số 6253/UBND-SNV": what a letter is about stands between its type and its number.
_ABOUT_LETTER = re.compile(rf"(?P<type>[{CAPITALS}{SMALL}]+ [{SMALL}]+)(?P<about>(?:,? [{SMALL}]+){{1,5}}) ?$")
_BY_NUMBER = re.compile(r"[ốỐ](?:(?<= [Ss]ố)|(?<= SỐ)) ?[:.]? ?(?P<number>\d{1,4})(?![\w%]|[./,\-–] ?[\w])")
_LIST_GAP = re.compile(
    r"(?:(?:,? ?(?:ngày )?\d[\d/.\- ]{5,12})?(?: của [^.;:“”\n]{2,60})?) ?(?:[,;]|và|,? ?và|; ?và)? ?(?:[Ss]ố ?)?$"
)
_ORGAN_HYPHEN = re.compile(r" ?[-–] ?")
_STATE_MARK = re.compile(r" ?([-–.]) ?")
_TYPE_END = re.compile(r"([-./])")
_LAW_TYPES = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết")
_MAX_TYPE_WORDS = 4
_LOOK_BACK = 240
_LONGEST_LAW = 600
_TYPE_WIDTH = 60
_LONGEST_LIST_GAP = 120


def find_citations(text: str, context: Context) -> list[Found]:
    """Find the documents that are cited by code, or by type word and number.

    Args:
        text: The normalised text.
        context: The letterhead's own code is not a citation of another document.

    Returns:
        ``DOC`` mentions in order, each with code, type and the date that directly follows; issuer and title are read
        later, when organisations are known. None overlaps another.
    """
    found: list[Found] = []
    for match in _CODE.finditer(text, context.body_start):
        previous = found[-1] if found else None
        if citation := _citation(text, match, previous):
            if previous is not None and citation.start < previous.end:
                continue
            found.append(citation)
    found += _by_number(text, found, context.body_start)
    found.sort(key=lambda item: item.start)
    return _share_dates(text, found)


def _citation(text: str, match: re.Match[str], previous: Found | None) -> Found | None:
    """Return the citation around a code, or ``None`` if it is a look-alike."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    number_word = _NUMBER_WORD.search(before) if before.rstrip(" :.\n").endswith(_NUMBER_WORD_ENDS) else None
    lead = before[: number_word.start()] if number_word else before
    if _is_look_alike(lead, before):
        return None
    # Not by the length of the words: they may stand before a line's end ("Tờ trình số:", "421/TTr-STC").
    start = match.start() - (len(before) - number_word.start() if number_word else 0)
    code, type_code = _canonical(match)
    law = _law_before(text, start) if match["state"] and _ASSEMBLY.match(match["state"]) else None
    if law and (head := _law_head(law.group())) is not None:
        words = law.group()[head:]
        name = next(name for name in _LAW_TYPES if words.casefold().startswith(name.casefold()))
        return _found(text, start - len(words), match.end(), name, code)
    if named := _type_before(lead):
        document_type, width = named
        return _found(text, start - width, match.end(), document_type.name, code)
    if number_word and (organ := _TYPE_OF_ORGAN.search(lead)) and (typed := _last_type(organ["type"])):
        begin = match.start() - len(before) + organ.start("type") + typed[1]
        return _found(text, begin, match.end(), typed[0].name, code)
    if previous is not None and (shared := _shared_type(text, previous, start)):
        return _found(text, start, match.end(), shared, code)
    if number_word and type_code is None and (letter := _letter(lead)):
        return _found(text, start - letter[1], match.end(), letter[0].name, code)
    if type_code is None and not law:
        return None
    types = types_with_code(type_code) if type_code else ()
    if number_word is None and not types:
        return None
    only = types[0].name if len(types) == 1 or (types and type_code not in ("QĐ", "TT", "L")) else None
    return _found(text, start, match.end(), only, code)


def _letter(lead: str) -> tuple[DocumentType, int] | None:
    """Return the type of a letter whose subject stands before its number, and the length of both."""
    about = _ABOUT_LETTER.search(lead[-_TYPE_WIDTH:])
    if about is None or (typed := _last_type(about["type"])) is None:
        return None
    return typed[0], len(lead[-_TYPE_WIDTH:]) - typed[1] - about.start("type")


def _is_look_alike(lead: str, before: str) -> bool:
    """Tell whether the words before the number make it something else: a form, a standard, a plate."""
    endings = look_alike_endings()
    return lead.rstrip(" :").casefold().endswith(endings) or before.rstrip(" :").casefold().endswith(endings)


def _canonical(match: re.Match[str]) -> tuple[str, str | None]:
    """Return the normalised code, and its type's abbreviation if that is a known one."""
    number = match["number"]
    if match["party"]:
        written = match["party"]
        type_code = official_type_code(written)
        organ = _ORGAN_HYPHEN.sub("-", match["organ"]).replace("Ư", "W" if match["organ"].endswith("TƯ") else "Ư")
        return f"{number}-{type_code or written}/{organ}", type_code
    rest = _STATE_MARK.sub(r"\1", match["state"]).replace("–", "-")
    first, *behind = _TYPE_END.split(rest, maxsplit=1)
    type_code = official_type_code(first)
    if type_code and (behind or match["year"]):
        rest = "".join([type_code, *behind])
    year = f"{match['year']}{match['sep']}" if match["year"] else ""
    return f"{number}/{year}{rest}", type_code


def _type_before(lead: str) -> tuple[DocumentType, int] | None:
    """Return the document type that ``lead`` ends with, and the length of its words up to the number."""
    stripped = lead.rstrip(" ")
    if stripped.endswith((":", ",")):
        stripped = stripped[:-1].rstrip(" ")
    words = stripped[max(len(stripped) - _TYPE_WIDTH, stripped.rfind("\n") + 1) :].split(" ")
    for count in range(min(_MAX_TYPE_WORDS, len(words)), 0, -1):
        name = " ".join(words[-count:]).lstrip(_OPENING)
        if (found := type_named(name)) is not None:
            return found, len(lead) - len(stripped) + len(name)
    return None


def _last_type(words: str) -> tuple[DocumentType, int] | None:
    """Return the type that ``words`` end with, and where in them it starts."""
    named = _type_before(words)
    return (named[0], len(words) - named[1]) if named else None


def _law_before(text: str, end: int) -> re.Match[str] | None:
    """Return the words from a law's first head word up to its number; amending laws have names of many lines."""
    return _LAW_BEFORE.search(text[max(0, end - _LONGEST_LAW) : end])


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


def _shared_type(text: str, previous: Found, start: int) -> str | None:
    """Return the type of the list that ``previous`` began, if the code at ``start`` goes on with it."""
    if not isinstance(previous.detail, Citation) or previous.detail.type is None:
        return None
    if start - previous.end > _LONGEST_LIST_GAP:
        return None
    return previous.detail.type if _LIST_GAP.fullmatch(text, previous.end, start) else None


def _found(text: str, start: int, end: int, type_name: str | None, code: str) -> Found:
    date, reach = date_after(text, end)
    citation = Citation(type=type_name, code=code, date=date)
    return Found(start, end, EntityLabel.DOC, f"{type_name} {code}" if type_name else code, citation, reach)


def _by_number(text: str, codes: list[Found], body_start: int) -> list[Found]:
    """Find documents that are named by type and number only: ``Chỉ thị số 17``, ``Nghị quyết số 18 của Tỉnh ủy``."""
    starts = [item.start for item in codes]
    found: list[Found] = []
    for match in _BY_NUMBER.finditer(text, body_start):
        blank = match.start() - len(" s")
        named = _type_before(text[max(0, blank - _TYPE_WIDTH) : blank])
        if named is None or not named[0].by_number:
            continue
        start = blank - named[1]
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < codes[before].end:
            continue
        date, reach = date_after(text, match.end())
        citation = Citation(type=named[0].name, date=date)
        norm = f"{named[0].name} {match['number']}"
        found.append(Found(start, match.end(), EntityLabel.DOC, norm, citation, reach))
    return found


# A State code carries the year of its document, which a date of another year cannot be the date of.
_YEAR_IN_CODE = re.compile(r"/((?:19|20)\d\d)[/-]")
_SHARED_DATE_GAP = re.compile(r" ?(?:,|và|, và) ?")


def _share_dates(text: str, found: list[Found]) -> list[Found]:
    """Give an undated item of a list the date that its last item states for all of them.

    "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": both are of that day, as the second has no type word of its own.
    """
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        item, following = result[index], result[index + 1]
        if not (isinstance(item.detail, Citation) and isinstance(following.detail, Citation)):
            continue
        if item.detail.date is not None or following.detail.date is None or item.detail.code is None:
            continue
        headless = not text[following.start].isalpha() or text.startswith(("số", "Số"), following.start)
        same_year = _YEAR_IN_CODE.search(item.detail.code)
        if same_year and int(same_year[1]) != following.detail.date.year:
            continue
        if headless and _SHARED_DATE_GAP.fullmatch(text, item.stop, following.start):
            result[index] = replace(item, detail=replace(item.detail, date=following.detail.date))
    return result
