"""The words of a signature: authorities, posts, stamps and names, found in the lines of a foot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from extract.lines import Line
from ontology.folding import CAPITALS, SMALL
from ontology.letterhead_words import any_of, letterhead_words
from ontology.people import people_table

_NAME_WORD = rf"[{CAPITALS}][{SMALL}]*(?:['’][{CAPITALS}]?[{SMALL}]+)?"
_NAME = rf"{_NAME_WORD}(?:[ -]{_NAME_WORD}){{1,5}}"
_NAME_BEHIND = re.compile(rf"[.;] (?P<surname>[{CAPITALS}][{SMALL}]+)(?: [{CAPITALS}][{SMALL}]+){{1,4}}$")
_STAMP = r"[(\[] ?(?:[Đđ]ã ký|ĐÃ KÝ|[Kk]ý|KÝ|[Cc]hữ ký|[Vv]à dấu)[^)\]\n]{0,60}[)\]]|^(?:Đã ký|ĐÃ KÝ)$"
_TIED = re.compile(r"[\s,.;:–-]*[,–-][\s,.;:–-]*")


class PieceKind(Enum):
    """What a piece of a line is."""

    AUTHORITY = auto()
    POST = auto()
    CAPITALS = auto()
    NAME = auto()
    STAMP = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; of an authority the text is its value."""

    kind: PieceKind
    text: str
    start: int
    first: bool
    """Whether it begins its line."""


@cache
def _authority() -> str:
    """A regular expression for T/M, KT., TL. and their like; without mark only where capitals follow."""
    forms = []
    for row in letterhead_words().signing:
        marked = "".join(f"{letter} ?[./]? ?" for letter in row.words[:-1]) + row.words[-1]
        slashed = rf"{row.words[0]} ?[./] ?{row.words[1:]}(?:\.|\b)"
        forms.append(rf"(?P<{row.meaning}>{slashed}|{marked} ?\.|(?<!\w){row.words}(?= [{CAPITALS}]{{2}}))")
    return "|".join(forms)


@cache
def _post() -> str:
    posts = any_of(letterhead_words().posts)
    posts = f"{posts}|{'|'.join(p.replace('ỦY', 'UỶ') for p in posts.split('|') if 'ỦY' in p)}"
    return (
        rf"(?<![{SMALL}])(?<!BAN )(?<!ĐOÀN )(?<!\w\w\wBAN )(?:(?:PHÓ |QUYỀN |Q\. ?|Q )*(?:{posts})"
        rf"(?: THƯỜNG TRỰC| PHỤ TRÁCH| CHUYÊN TRÁCH)?)(?![{SMALL}])"
    )


@cache
def token() -> re.Pattern[str]:
    """Return a pattern for authority, post or stamp."""
    return re.compile(rf"{_authority()}|(?P<post>{_post()})|(?P<stamp>{_STAMP})")


@cache
def _honours() -> str:
    return "|".join(row.words for row in letterhead_words().honours)


@cache
def person_named() -> re.Pattern[str]:
    """Return a pattern for a person's name with the titles before it."""
    return re.compile(rf"(?P<title>(?:(?:{_honours()})[ .,-]{{0,3}}){{0,5}})(?P<name>{_NAME})[.,]?")


@cache
def _capitals_then_name() -> re.Pattern[str]:
    """A body's name in capitals with the person's name in the same line."""
    return re.compile(
        rf"[{CAPITALS}]{{2,}}(?:[ ,-]+[{CAPITALS}]+){{0,12}} (?P<name>(?:(?:{_honours()})[ .,-]{{0,3}}){{0,5}}"
        rf"(?:(?![{CAPITALS}]{{2}}){_NAME_WORD} ?){{2,6}})"
    )


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"(?:{_authority()}|{_post()}|{_STAMP})")


@cache
def _post_names() -> frozenset[str]:
    names = {row.words.casefold() for row in letterhead_words().posts}
    return frozenset(names | {f"phó {name}" for name in names})


def begins_signature(words: str) -> bool:
    """Tell whether a line is one of a signature: authority or post in capitals, a stamp, capitals throughout."""
    return _begins().match(words) is not None or (words.isupper() and len(words.split()) > 1 and "/" not in words)


def signature_at(words: str) -> int | None:
    """Return where, in a line of the list of recipients, the words of a signature begin, or ``None``."""
    for match in token().finditer(words):
        if match.lastgroup == "stamp" or words[match.end() :].isupper() or len(match.group()) > 3:
            return match.start()
    return None


def name_at(words: str) -> int | None:
    """Return where, behind the end of a recipient, a person's name fills the rest of a line, or ``None``."""
    match = _NAME_BEHIND.search(words)
    if match is None or match["surname"].casefold() not in people_table().common_surnames:
        return None
    return match.start("surname")


def pieces(line: Line) -> Iterator[Piece]:
    """Cut a line at authorities, posts and stamps; what is between is a name, capitals or something else."""
    text = line.text
    if text.casefold() in _post_names():
        yield Piece(PieceKind.POST, text, line.start, first=True)
        return
    position = 0
    for match in token().finditer(text):
        yield from _between(line, position, match.start())
        kind = {"post": PieceKind.POST, "stamp": PieceKind.STAMP}.get(match.lastgroup or "", PieceKind.AUTHORITY)
        words = match.lastgroup if kind is PieceKind.AUTHORITY else match.group()
        yield Piece(kind, words or "", line.start + match.start(), first=match.start() == 0)
        position = match.end()
    yield from _between(line, position, len(text))


def _between(line: Line, start: int, end: int) -> Iterator[Piece]:
    words = line.text[start:end]
    stripped = words.strip(" .,;:–-")
    if (tail := _capitals_then_name().fullmatch(stripped)) is not None:
        yield from _between(line, start, start + words.index(stripped) + tail.start("name"))
        yield Piece(
            PieceKind.NAME, tail["name"], line.start + start + words.index(stripped) + tail.start("name"), first=False
        )
        return
    if not stripped:
        if "," in words or _TIED.fullmatch(words):
            yield Piece(PieceKind.OTHER, ",", line.start + start, first=False)
        return
    begin = line.start + start + words.index(stripped)
    kind = PieceKind.OTHER
    if stripped.isupper() and len(stripped) > 1:
        kind = PieceKind.CAPITALS
    elif person_named().fullmatch(stripped):
        kind = PieceKind.NAME
    yield Piece(kind, stripped, begin, first=start == 0)


@cache
def _body_beginnings() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(letterhead_words().body_heads)})\b", re.IGNORECASE)


def begins_with_body(name: str) -> bool:
    """Tell whether capitalised words name a body, not a person ("Văn Phòng", "Công An")."""
    if name.split(" ", 1)[0].casefold() in people_table().common_surnames:  # "Đoàn Minh Tâm"
        return False
    return _body_beginnings().match(name) is not None


def ordinary_post(capitals: str) -> str:
    """Return a post in ordinary spelling: ``PHÓ BÍ THƯ THƯỜNG TRỰC`` → ``Phó Bí thư Thường trực``."""
    lowered = re.sub(r"^q\.? ?", "quyền ", capitals.lower()) if capitals.startswith("Q") else capitals.lower()
    lowered = lowered.replace("quyền yền ", "quyền ").replace("uỷ", "ủy")
    return re.sub(
        r"(?:^|(?<=phó )|(?<=quyền )|(?<=chánh (?=văn|thanh))|(?<= )(?=thường trực|thường vụ|bí thư$)"
        r"|(?<=trực )(?=ban bí)|(?<=viên )(?=ban thường)|(?<=thư )(?=thứ nhất)|(?<=trưởng )(?=công an|thuế))\w",
        lambda match: match.group().upper(),
        lowered,
    )
