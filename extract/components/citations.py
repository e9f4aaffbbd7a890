"""Citations by code: ``Nghị quyết số 18-NQ/TW``, ``Luật Đất đai số 31/2024/QH15``, ``số 008/CĐ-UBND``.

A code is found by its shape, then the words before it tell what it is: a type word makes it a citation, the words of
``ontology/tables/look_alikes.json`` make it none, and without either it must be a code of a known type.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from extract.components.citation_heads import head_before, law_before, letter_before, type_before
from extract.context import Context
from extract.dates import date_after
from extract.found import Found
from ontology.citation_words import is_numbered_alone, is_numbered_by_issuer, is_numbered_by_year
from ontology.document_types import DocumentType, official_type_code, types_with_code
from ontology.folding import modern_tones
from ontology.look_alikes import is_look_alike, may_be_look_alike
from ontology.mentions import Citation, EntityLabel

# An abbreviation: plain Latin letters of which two are capitals, or a lone L (Lệnh, Luật). The longest real one has
# 13 letters (BBVCSSKTW with a department behind it is two); the bounds keep the search linear on endless words.
_ABBR = r"(?:(?=[A-ZĐ][A-Za-zĐđƯ\d&]{0,22}?[A-ZĐƯ&])[A-ZĐ][A-Za-zĐđƯ\d&]{1,23}|L(?=[-/])|T\.[ƯW])"
_LOWER_ABBR = r"[a-zđ]{2,5}-[a-zđ]{2,6}"
_DASH = r"[-–—]"
_ORGANS = rf"{_ABBR}(?:(?: ?{_DASH} ?|\.){_ABBR}){{0,8}}"
# Four shapes: "18-NQ/TW", older "217 CV/UB", "105/2021/NĐ-CP" with its kin, and older "64-CP".
_CODE = re.compile(
    # The digit leads, and what may not stand before it is looked for behind it: the regular expression engine skips to
    # a leading class at full speed.
    r"(?P<number>\d(?:(?<![\w/].)|(?<=[sS]ố.))(?<!\d[.,].)\d{0,5}"
    r"(?:[a-zđ]|[A-D](?= ?[-–/])|\.\d{1,2}(?=/(?:19|20)\d\d/))?) ?"
    r"(?:"
    rf"(?:{_DASH} ?|(?<= )(?P<spaced>))(?P<party>[A-ZĐ][A-Za-zĐđ]{{0,5}}) ?/ ?(?P<organ>{_ORGANS})"
    rf"|(?P<lead>/|[-.](?=(?:19|20)\d\d/)) ?(?:(?P<year>(?:19|20)\d\d) ?(?P<sep>[/\-–]) ?)?"
    rf"(?P<state>{_ABBR}(?:/{_ABBR})?(?: ?(?:{_DASH}|\.) ?{_ABBR}){{0,8}}"
    rf"(?:/(?:19|20)\d\d|\.\d\d|[.\-/]K\d{{1,2}})?|{_LOWER_ABBR})"
    rf"|{_DASH} ?(?P<bare>{_ABBR}(?: ?{_DASH} ?{_ABBR})?)"
    r")(?:(?![\w/])|(?=ngày ?\d))"
)
# "số", "Số:", "số số": one space, or a mark with spaces around it, stands behind each.
_NUMBER_WORD = re.compile(r"(?:(?:[Ss]ố|SỐ|so)(?: ?[:.] ?| )?)+$")
_NUMBER_WORD_ENDS = ("số", "SỐ", "Số", "so")
_SEPARATOR = re.compile(r" ?([-–—.]) ?")
_TYPE_END = re.compile(r"([-./])")
_CENTRE = re.compile(r"T\.?Ư$|T\.W$")
# A Party committee's code has a dash, which a hurried hand leaves out; the State's old codes ("217 CV/UB") had none.
_COMMITTEE = re.compile(r"(?:TW|T\.?[ƯW]|TU|HU|ThU|QU|ĐU)(?!\w)")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d+$")
# What may follow a bare number that is a document's; a noun would be what it counts ("Kết luận 3 vấn đề").
_GO_ON = (
    "của|và|về|tại|là|đến|cho|gắn|trên|trong|theo|để|với|còn|đã|đang|được|nêu|nhằm|ở|thì|có|như|cùng|do|vào|bằng|qua|từ"
)
# A number without "số" stands before the issuer or the date that tells whose, or with its year.
_BY_NUMBER = re.compile(
    r"[ ](?:(?:[Ss]ố|SỐ) ?[:.]? ?(?P<number>\d{1,4}[a-zđ]?)(?P<year>/(?:19|20)\d\d)?"
    r"|(?P<bare>\d{1,4})(?:(?P<bare_year>/(?:19|20)\d\d)|(?= của [A-ZĐBTHU])|(?=,? ngày \d)|(?P<letter>[a-c])"
    rf"|(?P<alone>(?= ?[,.;:)\]”]| ?\n| ?$| (?:{_GO_ON})\b))))"
    r"(?![\w%]|[.,]\d| ?[/\-–] ?\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIST_GAP = re.compile(
    r"(?:(?:,? ?(?:ngày )?\d[\d/.\- ]{5,12})?(?: của [^.;:“”\n]{2,60})?) ?(?:[,;]|và|,? ?và|; ?và)? ?(?:[Ss]ố ?)?$"
)
_LOOK_BACK = 240
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
    words = before[-_TYPE_WIDTH:].lower()
    if is_look_alike(words):
        return None
    # Not by the length of the words: they may stand before a line's end ("Tờ trình số:", "421/TTr-STC").
    start = match.start() - (len(before) - number_word.start() if number_word else 0)
    code, type_code = _canonical(match)
    assembly = match["state"] is not None and _ASSEMBLY.match(match["state"]) is not None
    head = (law_before(text, start) if assembly else None) or head_before(
        lead, type_code, numbered=number_word is not None
    )
    if head is not None:
        if match["spaced"] is not None and type_code is None:
            return None
        return _found(text, start - head.width, match.end(), head.type, code)
    if may_be_look_alike(modern_tones(words)):
        return None
    if match["bare"] is not None or (match["spaced"] is not None and (type_code is None or number_word is None)):
        return None  # an old form that only its type word tells from another number
    if previous is not None and (shared := _shared_type(text, previous, start)):
        return _found(text, start, match.end(), shared, code)
    if number_word and (letter := letter_before(lead, type_code)):
        return _found(text, start - letter.width, match.end(), letter.type, code)
    if type_code is None:
        return None
    types = types_with_code(type_code)
    if number_word is None and not types:
        return None
    only = types[0].name if len(types) == 1 or type_code not in ("QĐ", "TT", "L") else None
    return _found(text, start, match.end(), only, code)


def _canonical(match: re.Match[str]) -> tuple[str, str | None]:
    """Return the normalised code, and its type's abbreviation if that is a known one."""
    number = match["number"]
    if match["bare"]:
        return f"{number}-{_dashes(match['bare'])}", None
    if match["party"]:
        written = match["party"]
        type_code = official_type_code(written)
        dash = "" if match["spaced"] is not None and _COMMITTEE.match(match["organ"]) is None else "-"
        return f"{number}{dash}{type_code or written}/{_centre(_dashes(match['organ']))}", type_code
    rest = _centre(_dashes(match["state"]))
    first, *behind = _TYPE_END.split(rest, maxsplit=1)
    type_code = official_type_code(first)
    if type_code and (behind or match["year"]):
        rest = "".join([type_code, *behind])
    year = f"{match['year']}{match['sep'].replace('–', '-')}" if match["year"] else ""
    return f"{number}{match['lead']}{year}{rest}", type_code


def _dashes(written: str) -> str:
    return _SEPARATOR.sub(lambda separator: separator[1].replace("–", "-").replace("—", "-"), written)


def _centre(organ: str) -> str:
    """Return "TW" for the Central Committee's older spellings."""
    return _CENTRE.sub("TW", organ)


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
        named = type_before(text[max(0, match.start() - _TYPE_WIDTH) : match.start()])
        if named is None or not _is_cited_by_number(named[0], match):
            continue
        start = match.start() - named[1]
        if match["alone"] is not None and not text[start].isupper():
            continue  # "quyết định 3, 4": a verb
        before = bisect_right(starts, start) - 1
        if before >= 0 and start < codes[before].end:
            continue
        date, reach = date_after(text, match.end())
        citation = Citation(type=named[0].name, date=date)
        number = match.group().split(" ")[-1].lstrip("số:.SỐ")
        norm = f"{named[0].name} {number}"
        found.append(Found(start, match.end(), EntityLabel.DOC, norm, citation, reach))
    return found


def _is_cited_by_number(document_type: DocumentType, match: re.Match[str]) -> bool:
    """Tell whether documents of a type are cited in the way that was matched."""
    if match["year"] or match["bare_year"]:
        return is_numbered_by_year(document_type.name)
    if match["alone"] is not None and not is_numbered_alone(document_type.name):
        return False
    if match["bare"]:
        return is_numbered_by_issuer(document_type.name) and _YEAR.fullmatch(match["bare"]) is None
    return document_type.by_number


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
