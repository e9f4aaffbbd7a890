"""Who issues a document, by the organ lines of its letterhead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.frame_lines import CODE_LINE, frame_words, has_date, is_copy_mark, parsed_code
from extract.lines import Line
from extract.marks import is_mark
from extract.organ_lines import GoverningBody, read_bodies, read_body
from ontology.codes import CodeStyle
from ontology.folding import CAPITALS, modern_tones
from ontology.letterhead_words import any_of, letterhead_words
from ontology.levels import Level
from ontology.organs import OrganScope, organ_of_code

_WORDS = re.compile(rf"[{CAPITALS}]{{2}}")
_NO_ORGAN = re.compile(r"[/:;]|^SỐ\b|\bNGÀY\b|^KÍNH GỬI|^V/V")
_LONGEST_NAME = 70
_GOES_ON_WITH = (" VÀ", ",", " -", " –", " CỦA")
_BETWEEN_ISSUERS = re.compile(r" ?[-–] | [-–] ?")
_JOINT_TYPE = re.compile(r"(?:LT|LN|PH|LS)$")
_HEAD_OF = re.compile(
    r"^(?:CHỦ TỊCH (?!NƯỚC)|(?:TỔNG )?GIÁM ĐỐC |BỘ TRƯỞNG |(?:CHI |TỔNG )?CỤC TRƯỞNG |CHÁNH ÁN |VIỆN TRƯỞNG "
    r"|CHÁNH VĂN PHÒNG "
    r"|THỐNG ĐỐC |HIỆU TRƯỞNG |TỔNG THANH TRA )(?=\w)"
)
_PEERS = ("bộ ", "sở ", "ban ", "hội ", "tòa án ", "viện ", "công an ", "ủy ban ", "liên đoàn ", "đoàn ")


_UNIT_WORD = re.compile(r"^(?:tỉnh|thành phố|huyện|quận|thị xã) ")
_COMMITTEES = frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy"})


@dataclass(frozen=True, slots=True)
class Issuers:
    """Who issues.

    Args:
        organ: The issuing body; of several, the first. ``None`` where no line names one.
        parent: The body above it, where the letterhead names it.
        joint: The other issuing bodies.
    """

    organ: GoverningBody | None = None
    parent: GoverningBody | None = None
    joint: tuple[GoverningBody, ...] = ()


@cache
def _begins_body() -> re.Pattern[str]:
    """What the name of a body begins with; "TỔ QUỐC VIỆT NAM" and "CÔNG NGHỆ" are none."""
    return re.compile(rf"(?:{any_of(letterhead_words().body_heads)})\b")


@cache
def _continued() -> re.Pattern[str]:
    """What the second line of an organ's name begins with; "HUYỆN ỦY …" is an organ of its own."""
    return re.compile(rf"(?:{any_of(letterhead_words().units)})(?! (?:ỦY|ĐOÀN)\b)(?:\b|(?<=\.))")


@cache
def _incomplete() -> re.Pattern[str]:
    """A line that cannot be a whole name: the next one completes it, whatever it begins with."""
    return re.compile(r"(?:BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|THƯỜNG TRỰC|VĂN PHÒNG|BAN|CHỦ TỊCH|ỦY BAN|CHI BỘ|ĐẢNG ỦY)$")


def read_issuers(head: Sequence[Line], code: str | None, text: str) -> Issuers:
    """Read the organ lines of a letterhead.

    Args:
        head: The lines above the type, in the order of the text.
        code: The document's normalised code: it tells joint documents, and the issuer where no line names one.
        text: The document's text, for the spelling of names.
    """
    names = _names(head) or _names_in_small(head)
    if joint := _joint_names(names, code):
        bodies = [read_body(name, text) for name in joint]
        return Issuers(bodies[0], None, tuple(bodies[1:]))
    bodies = [body for name in names[-2:] for body in read_bodies(name, text)]
    if not bodies:
        return Issuers(_national_body(code))
    parent = bodies[-2] if len(bodies) > 1 else None
    return Issuers(_completed(bodies[-1], parent), parent)


def read_issuing(words: str, text: str = "") -> GoverningBody:
    """Read the body that enacts ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …"): where its head does, the body all the same.

    Args:
        words: The line in capitals.
        text: The document's text, for the spelling of names.
    """
    return read_bodies(_HEAD_OF.sub("", modern_tones(words)), text)[-1]


def looks_like_body(line: Line) -> bool:
    """Tell whether a line in capitals begins as the name of a body does."""
    return line.text.isupper() and _begins_body().match(modern_tones(line.text)) is not None


def _names(head: Sequence[Line]) -> list[str]:
    """Return the names of the bodies in the frame, from the highest to the issuing one."""
    names: list[str] = []
    goes_on = False
    for line in head:
        words = " ".join(line.text.strip(" *().").split())
        if motto := frame_words().search(words):
            # Both columns in one line: what stands before the motto is the organ's.
            words = words[: motto.start()].strip()
            if not words:
                continue
        if is_mark(line) or is_copy_mark(line) or CODE_LINE.match(words) or has_date(words):
            goes_on = False
            continue
        words = modern_tones(words)
        if not words.isupper() or _NO_ORGAN.search(words) or not _WORDS.search(words):
            goes_on = False
            continue
        if names and goes_on and _goes_on(names[-1], words):
            names[-1] = f"{names[-1]} {words}"
        else:
            names.append(words)
        goes_on = True
    return names


def _names_in_small(head: Sequence[Line]) -> list[str]:
    """Return the names where the letterhead does without capitals: lines that begin as names of bodies do."""
    raised = [replace(line, text=line.text.upper()) for line in head if len(line.text) <= _LONGEST_NAME]
    return _names([line for line in raised if _begins_body().match(line.text) or _continued().match(line.text)])


def _goes_on(name: str, words: str) -> bool:
    if _continued().match(words) or name.endswith(_GOES_ON_WITH) or _BETWEEN_ISSUERS.match(words):
        return True
    if _begins_body().match(words) is None:
        return True
    return _incomplete().search(name) is not None and not words.startswith("VĂN PHÒNG")


def _joint_names(names: list[str], code: str | None) -> list[str]:
    """Return the names of the bodies that issue together; empty where one body issues alone."""
    parsed = parsed_code(code)
    told = parsed is not None and parsed.type_code is not None and _JOINT_TYPE.search(parsed.type_code) is not None
    pieces = [_pieces(name) for name in names]
    if any(len(piece) > 1 for piece in pieces):
        return [name for piece in pieces if told or len(piece) > 1 for name in piece]
    if told and len(names) > 1:
        return names
    peers = {next((head for head in _PEERS if name.lower().startswith(head)), None) for name in names}
    ministries = len(names) > 1 and peers == {"bộ "} and not any("QUÂN SỰ" in name for name in names)
    return names if ministries else []


def _pieces(name: str) -> list[str]:
    """Split "BỘ NỘI VỤ - BỘ TÀI CHÍNH"; "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" is one body."""
    pieces: list[str] = []
    for part in _BETWEEN_ISSUERS.split(name):
        if pieces and _begins_body().match(part) is None:
            pieces[-1] = f"{pieces[-1]} - {part}"
        elif part:
            pieces.append(part)
    return pieces


def _completed(organ: GoverningBody, parent: GoverningBody | None) -> GoverningBody:
    """Complete a body that names no unit of its own from the body above it."""
    if parent is None or organ.place is not None:
        return organ
    name = organ.name
    lowered = name.casefold()
    if parent.place and lowered in _COMMITTEES:
        name = f"{name} {_UNIT_WORD.sub('', parent.place)}"
        return replace(organ, name=name, level=parent.level, place=parent.place)
    short_parent = parent.name.removeprefix("Ban Chấp hành ") if parent.name.endswith("Trung ương") else parent.name
    if not lowered.endswith(parent.name.casefold()) and _is_dependent(lowered):
        by_unit = parent.name.startswith("Ủy ban nhân dân") and not lowered.startswith("văn phòng")
        name = f"{name} {parent.place if by_unit and parent.place else short_parent}"
    elif parent.place and name.endswith(f" {parent.place.split(' ', 1)[0]}"):
        name = f"{name} {parent.place.split(' ', 1)[1]}"  # "Đảng ủy Khối các cơ quan tỉnh"
    return replace(organ, name=name, level=organ.level or parent.level, place=parent.place)


def _is_dependent(lowered: str) -> bool:
    return any(
        lowered == row.words or lowered.startswith(row.words + " ") for row in letterhead_words().dependent
    ) and ("trung ương" not in lowered)


def _national_body(code: str | None) -> GoverningBody | None:
    """Return the issuer that the code alone names, if there is only one such body in the country."""
    parsed = parsed_code(code)
    organ = organ_of_code(parsed.organ) if parsed and parsed.organ else None
    if parsed and organ and organ.code.endswith("TW") and parsed.style is not CodeStyle.PARTY:
        return None  # "02/CĐ-TW" is of a steering committee of the State
    return GoverningBody(organ.name, organ.level, None) if organ and organ.scope is OrganScope.NATIONAL else None


def province_of(issuers: Issuers) -> str | None:
    """Return the province that the letterhead names, with unit word."""
    for body in (issuers.organ, issuers.parent):
        if body and body.province:
            return body.province
        if body and body.level is Level.PROVINCE and body.place:
            return body.place
    return None
