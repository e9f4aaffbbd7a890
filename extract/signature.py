"""Who signed a document: name, post, authority and the body on whose behalf, in one column or several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.lines import Line
from extract.organ_lines import UNIT_LEVELS, read_body
from extract.signature_words import (
    Piece,
    PieceKind,
    begins_signature,
    begins_with_body,
    ordinary_post,
    person_named,
    pieces,
    token,
)
from ontology.extraction import Signer
from ontology.folding import CAPITALS
from ontology.marks import Authority
from ontology.people import people_table

_LONGEST_LINE = 160
_CAPITAL_NAME = re.compile(rf"(?P<surname>[{CAPITALS}]+)(?: [{CAPITALS}]+){{1,4}}")
_KINDS = ("VĂN PHÒNG", "PHÒNG", "TIỂU BAN", "BAN", "CÔNG AN")


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature with its places in the normalised text.

    Args:
        signer: Who signed.
        start: Index of its first character (authority or post).
        post_start: Index of the post, or of the name where there is none.
        name: Where the name stands, without title.
    """

    signer: Signer
    start: int
    post_start: int
    name: tuple[int, int]


@dataclass(slots=True)
class _Group:
    """A post, or several that a comma joins, with the body behind it."""

    posts: list[str]
    start: int
    body: str = ""


@dataclass(slots=True)
class _Open:
    """A signature whose name is still to come."""

    start: int = -1
    authorities: list[Authority] = field(default_factory=list)
    behalf: str = ""
    groups: list[_Group] = field(default_factory=list)
    waiting: bool = False
    """Whether the last authority still lacks its body or its head's post."""

    @property
    def begun(self) -> bool:
        return bool(self.authorities or self.groups)


def read_signatures(lines: Sequence[Line], text: str, beside: int) -> tuple[Signature, ...]:
    """Read the signatures beside the list of recipients, else the last ones of the lines.

    Args:
        lines: The lines of the foot without recipients, columns apart.
        text: The normalised text, for the spelling of names of bodies.
        beside: Where in it the list of recipients begins; its end where there is none.

    Returns:
        Those who signed together, in the order of the text.
    """
    clusters: list[list[Signature]] = []
    for group in _apart_by_text(lines):
        found = [signature for lane in _lanes(group) for signature in _read_lane(lane, text)]
        if found:
            clusters.append(sorted(found, key=lambda item: item.name))
    if not clusters:
        return ()
    behind = [cluster for cluster in clusters if cluster[-1].start >= beside]
    return tuple(behind[0] if behind else clusters[-1])


def unsigned_body(lines: Sequence[Line], text: str) -> str | None:
    """Return the body after the last ``T/M``, whether or not a name follows."""
    body = None
    for lane in _lanes(lines):
        for behalf in _read_behalfs(lane):
            body = _body(behalf, text)
    return body


def _apart_by_text(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where a paragraph of running text stands between them."""
    group: list[Line] = []
    for line in lines:
        if len(line.text) > _LONGEST_LINE and not line.text.isupper() and not token().search(line.text):
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _lanes(lines: Sequence[Line]) -> list[list[Line]]:
    """Part lines into the columns of the signatures, where several stand side by side."""
    rows: dict[int, list[Line]] = {}
    for line in lines:
        if begins_signature(line.text):
            rows.setdefault(line.row, []).append(line)
    full = max(rows.values(), key=lambda row: len({line.column for line in row}), default=[])
    columns = sorted({line.column for line in full})
    if len(columns) < 2:
        return [list(lines)]
    lanes: list[list[Line]] = [[] for _ in columns]
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        by_row.setdefault(line.row, []).append(line)
    for row in by_row.values():
        own = sorted({line.column for line in row})
        for line in row:
            if len(own) == len(columns):
                lane = own.index(line.column)
            else:
                lane = min(range(len(columns)), key=lambda index: abs(columns[index] - line.column))
            lanes[lane].append(line)
    return lanes


def _read_lane(lines: Sequence[Line], text: str) -> Iterator[Signature]:
    """Read one column of signatures."""
    current = _Open()
    tied = False
    for line in lines:
        for piece in pieces(line):
            if piece.kind in (PieceKind.NAME, PieceKind.CAPITALS) and current.begun and _is_name(piece, current):
                if signature := _signature(current, piece, text):
                    yield signature
                current = _Open()
            elif piece.kind in (PieceKind.AUTHORITY, PieceKind.POST, PieceKind.CAPITALS):
                _take(current, piece, tied=tied)
            elif piece.kind is PieceKind.OTHER and piece.text != "," and len(piece.text) > 60:
                current = _Open()
            tied = piece.kind is PieceKind.OTHER and piece.text == ","


def _read_behalfs(lines: Sequence[Line]) -> Iterator[str]:
    current = _Open()
    for line in lines:
        for piece in pieces(line):
            if piece.kind in (PieceKind.AUTHORITY, PieceKind.POST, PieceKind.CAPITALS):
                _take(current, piece, tied=False)
    if current.behalf:
        yield current.behalf


def _take(current: _Open, piece: Piece, *, tied: bool) -> None:
    """Add a piece to the signature that is being read."""
    if piece.kind is PieceKind.AUTHORITY:
        current.start = piece.start if not current.begun else current.start
        current.authorities.append(Authority(piece.text))
        current.waiting = True
    elif piece.kind is PieceKind.POST:
        on_behalf = current.waiting and current.authorities[-1] is Authority.ON_BEHALF
        current.start = piece.start if not current.begun else current.start
        deputy = Authority.FOR_HEAD in current.authorities and len(current.groups) == 1 and _is_deputy(piece.text)
        if current.groups and tied and not deputy:  # "K/T CHỦ TỊCH - PHÓ CHỦ TỊCH" are two persons' posts
            current.groups[-1].posts.append(piece.text)
        else:
            current.groups.append(_Group([piece.text], piece.start))
        current.waiting = on_behalf and current.waiting and not current.behalf
    elif current.groups and not (current.waiting and not current.behalf):
        current.groups[-1].body = f"{current.groups[-1].body} {piece.text}".strip()
    elif current.authorities and current.authorities[-1] is Authority.ON_BEHALF:
        current.behalf = f"{current.behalf} {piece.text}".strip()
        current.waiting = False
    elif current.authorities:
        # "T/L BAN THƯỜNG VỤ": by order of a body, which is no post.
        current.groups.append(_Group([], piece.start, piece.text))
        current.waiting = False


def _is_name(piece: Piece, current: _Open) -> bool:
    if piece.kind is PieceKind.NAME:
        return True
    match = _CAPITAL_NAME.fullmatch(piece.text)
    if match is None or not piece.first or current.waiting or not current.groups:
        return False
    return match["surname"].casefold() in people_table().common_surnames


def _signature(current: _Open, piece: Piece, text: str) -> Signature | None:
    named = person_named().fullmatch(piece.text)
    name = named["name"] if named else piece.text
    if begins_with_body(name):
        return None
    begin = piece.start + (named.start("name") if named else 0)
    groups = list(current.groups)
    heads: list[_Group] = []
    for authority in current.authorities:
        if authority is not Authority.ON_BEHALF and groups:
            head = groups.pop(0)  # the post of the head for whom, or the body by whose order, one signs
            heads += [head] if authority is Authority.FOR_HEAD else []
    authorities = list(current.authorities)
    group = _own(groups, deputy=Authority.FOR_HEAD in current.authorities)
    posts = group.posts if group else []
    if any(post.startswith("Q") for post in posts):
        authorities.append(Authority.ACTING)
    bodies = [_with_kind(other) for other in (group, *heads) if other and other.body]
    signer = Signer(
        name=name if named else name.title(),
        role=", ".join(ordinary_post(post) for post in posts) or None,
        on_behalf_of=_body(current.behalf, text),
        title=" ".join(named["title"].split()) or None if named else None,
        authority=tuple(authorities),
        body=_body(bodies[0], text) if bodies else None,
    )
    post_start = group.start if group and posts else begin
    return Signature(signer, current.start, post_start, (begin, begin + len(name)))


def _own(groups: Sequence[_Group], *, deputy: bool) -> _Group | None:
    """Return the post in which one signs, of several that one holds: a deputy's, where one signs for the head."""
    deputies = [group for group in groups if group.posts and _is_deputy(group.posts[0])]
    if deputy:
        return deputies[0] if deputies else groups[-1] if groups else None
    return groups[0] if groups else None


def _is_deputy(post: str) -> bool:
    return post.startswith(("PHÓ ", "THỨ "))


def _with_kind(group: _Group) -> str:
    """Return a body with the kind that the post already names: ``TRƯỞNG PHÒNG NỘI VỤ`` is of ``PHÒNG NỘI VỤ``."""
    kind = next((word for word in _KINDS if group.posts and group.posts[-1].endswith(word)), "")
    return group.body if not kind or group.body.startswith(kind) else f"{kind} {group.body}"


def _body(words: str, text: str) -> str | None:
    words = " ".join(words.split()).strip(" ,-–.")
    # "KT. TRƯỞNG THUẾ TỈNH": a unit word alone names nothing.
    return read_body(words, text).name if words and words.casefold() not in UNIT_LEVELS else None
