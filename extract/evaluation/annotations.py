"""What a text says, as annotated by a person or as extracted: one shape for both sides of a comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ontology.mentions import EntityLabel
from ontology.statements import DOCUMENT_RELATIONS, Relation

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
Row: TypeAlias = Mapping[str, Json]

SELF_NAME = "SELF"
"""In place of a document's code or name: the document that is being read."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One annotated stretch of a text.

    Args:
        start: Index of its first character in the original text.
        end: Index behind its last character.
        label: The kind of entity.
        text: The characters there.
        norm: The normalised surface, or ``None`` where the annotation gives none.
        code: For ``DOC``, the code, or ``None``.
        date: For ``DOC``, the ISO date of this mention, or ``None``.
        optional: Whether it may be found or not: neither asked for nor punished.
    """

    start: int
    end: int
    label: EntityLabel
    text: str
    norm: str | None = None
    code: str | None = None
    date: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between documents, each named by its code, or by its norm where it has none.

    Args:
        head: The document that acts, or ``SELF``: the one that is read.
        type: The relation.
        tail: The document that is acted on.
        line: Number of the line that says so, from 1; ``None`` where it is not given.
        start: Where the sentence that says so begins, or ``None``.
        optional: Whether it may be found or not.
    """

    head: str
    type: Relation
    tail: str
    line: int | None = None
    start: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two names that belong together: a programme and a place, or a person and a post.

    Args:
        first: The programme, or the person.
        second: The place, or the post.
        line: Number of the line that says so, from 1; ``None`` where it is not given.
        optional: Whether it may be left out.
    """

    first: str
    second: str
    line: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """All that is annotated in one text.

    Args:
        name: The passage's id, or the file that it was made of, relative to a folder of sources.
        text: The text, where the annotations bring it along; ``None`` where ``name`` is a file to read.
        entities: In the order given.
        relations: In the order given; one that is stated twice stands twice.
        programme_places: Programme–place pairs.
        roles: Persons and their posts.
    """

    name: str
    text: str | None
    entities: tuple[Entity, ...] = ()
    relations: tuple[Link, ...] = ()
    programme_places: tuple[Pairing, ...] = ()
    roles: tuple[Pairing, ...] = ()


def annotated(row: Row) -> Annotated:
    """Read one JSON object of the shape that ``cuthehoa extract`` prints and that annotations have.

    Args:
        row: ``{"file" or "id", "text"?, "entities", "relations"?, "programme_places"?, "roles"?}``.

    Raises:
        ValueError: If it has another shape; the message names the key.
    """
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        raise ValueError("“text” không phải là chuỗi")
    name = row.get("id") or row.get("file")
    if not isinstance(name, str) or not name:
        raise ValueError("thiếu “file” hoặc “id”")
    return Annotated(
        name=name,
        text=text,
        entities=tuple(_entity(entity, text) for entity in _rows(row, "entities", required=True)),
        relations=tuple(_link(relation) for relation in _rows(row, "relations")),
        programme_places=tuple(_pairing(pair, "programme", "place") for pair in _rows(row, "programme_places")),
        roles=tuple(_pairing(role, "person", "role") for role in _rows(row, "roles")),
    )


def _entity(row: Row, text: str | None) -> Entity:
    start, end = _number(row, "start"), _number(row, "end")
    if start is None or end is None or not 0 <= start < end:
        raise ValueError(f"“start”, “end” không phải là một đoạn: {start}, {end}")
    if text is not None and end > len(text):
        raise ValueError(f"đoạn {start}–{end} nằm ngoài văn bản")
    label = row.get("label")
    if label not in set(EntityLabel):
        raise ValueError(f"không có nhãn “{label}”")
    surface = _string(row, "text")
    if surface is None:
        surface = "" if text is None else text[start:end]
    return Entity(
        start,
        end,
        EntityLabel(str(label)),
        surface,
        _string(row, "norm"),
        _string(row, "code"),
        _string(row, "date"),
        bool(row.get("optional")),
    )


def _link(row: Row) -> Link:
    head, tail, kind = _string(row, "head"), _string(row, "tail"), _string(row, "type")
    if head is None or tail is None:
        raise ValueError("quan hệ thiếu “head” hoặc “tail”")
    if kind not in set(DOCUMENT_RELATIONS):
        raise ValueError(f"không có quan hệ “{kind}”")
    return Link(head, Relation(kind), tail, _number(row, "line"), _number(row, "start"), bool(row.get("optional")))


def _pairing(row: Row, first: str, second: str) -> Pairing:
    one, other = _string(row, first), _string(row, second)
    if one is None or other is None:
        raise ValueError(f"thiếu “{first}” hoặc “{second}”")
    return Pairing(one, other, _number(row, "line"), bool(row.get("optional")))


def _rows(row: Row, key: str, *, required: bool = False) -> list[Row]:
    value = row.get(key)
    if value is None and not required:
        return []
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ValueError(f"“{key}” không phải là danh sách")
    rows = [item for item in value if isinstance(item, Mapping)]
    if len(rows) != len(value):
        raise ValueError(f"“{key}” có phần tử không phải là đối tượng")
    return rows


def _string(row: Row, key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"“{key}” không phải là chuỗi")
    return value


def _number(row: Row, key: str) -> int | None:
    value = row.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise ValueError(f"“{key}” không phải là số nguyên")
    return value
