"""One line of the ledger: a decision as a JSON object, sealed by a checksum.

A line is UTF-8 JSON without line breaks. Its keys: ``n`` number, ``at`` time (UTC), ``by``, ``why``, ``what`` and what
belongs to it, ``base`` (what IRIs began with), ``prev`` (the checksum of the sound line before it), ``sum`` (the
checksum of all other keys). Keys that this version does not know are left alone: a newer version wrote them.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.answers import EntityKind
from graph.ledger.decisions import (
    Act,
    Anchor,
    Correction,
    Decision,
    Pair,
    Rejection,
    Resolution,
    StatementName,
    Thing,
    Undoing,
    Unknown,
    What,
)
from ontology.dates import PartialDate
from ontology.spans import Span
from ontology.statements import Modality, Relation

JsonValue: TypeAlias = bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
Object: TypeAlias = dict[str, JsonValue]

_HASH = 16
_SURROGATE = re.compile("[\ud800-\udfff]")


class DamagedLineError(ValueError):
    """A line is no decision; the text says in Vietnamese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A sound line.

    Args:
        decision: What it says.
        previous: Checksum of the sound line that stood before it when it was written; empty for the first.
    """

    decision: Decision
    previous: str


def write_line(decision: Decision, previous: str) -> bytes:
    """Return the line of a decision, with its line end.

    Args:
        decision: The decision; its own checksum and line number do not count.
        previous: Checksum of the last sound line, or an empty text.
    """
    record: Object = {
        "n": decision.number,
        "at": decision.at,
        "by": decision.by,
        "why": decision.why,
        "what": decision.what,
        **_act_record(decision.act),
        "base": decision.base,
        "prev": previous,
    }
    text = json.dumps(record | {"sum": _checksum(record)}, ensure_ascii=False, separators=(",", ":"))
    # A quote of a broken text may hold half a character, which UTF-8 has no bytes for.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode() + b"\n"


def read_line(data: bytes, line: int) -> SealedLine:
    """Return what a line says.

    Args:
        data: The line without its line end.
        line: Its number in the file.

    Raises:
        DamagedLineError: If it is not what was once written.
    """
    try:
        record = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DamagedLineError("không phải là một dòng JSON trọn vẹn") from None
    if not isinstance(record, dict) or "sum" not in record:
        raise DamagedLineError("thiếu mã kiểm tra")
    checksum = record.pop("sum")
    if checksum != _checksum(record):
        raise DamagedLineError("nội dung không khớp mã kiểm tra, có thể đã bị sửa bằng tay")
    try:
        return SealedLine(_decision(record, checksum, line), _text(record, "prev"))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DamagedLineError("thiếu hoặc sai một phần của quyết định") from None


def _checksum(record: Object) -> str:
    text = json.dumps(record, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_HASH]


def _decision(record: Object, checksum: str, line: int) -> Decision:
    number, what = record["n"], _text(record, "what")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError(number)
    return Decision(
        number=number,
        what=what,
        act=_act(what, record),
        by=_text(record, "by"),
        at=_text(record, "at"),
        why=_maybe(record, "why"),
        base=_text(record, "base"),
        checksum=checksum,
        line=line,
    )


# -- acts -------------------------------------------------------------------------------------------------------------


def _act_record(act: Act) -> Object:
    match act:
        case Pair(one, other):
            return {"things": [_thing_record(one), _thing_record(other)]}
        case Resolution(citations, document):
            return {"citations": [_anchor_record(each) for each in citations], "document": _thing_record(document)}
        case Correction(statement, relation, source, target):
            return {
                "statement": _statement_record(statement),
                "relation": relation.value if relation else None,
                "source": _thing_record(source) if source else None,
                "target": _thing_record(target) if target else None,
            }
        case Rejection(statement):
            return {"statement": _statement_record(statement)}
        case Undoing(number):
            return {"undo": number}
        case Unknown():
            raise ValueError("cannot write what this version does not know")


def _act(what: str, record: Object) -> Act:
    match what:
        case What.SAME | What.DIFFERENT:
            one, other = _objects(record, "things")
            return Pair(_thing(one), _thing(other))
        case What.RESOLVE:
            anchors = tuple(_anchor(each) for each in _objects(record, "citations"))
            return Resolution(anchors, _thing(_object(record, "document")))
        case What.CORRECT:
            relation = _maybe(record, "relation")
            source, target = (_object(record, key) if record.get(key) else None for key in ("source", "target"))
            return Correction(
                _statement(_object(record, "statement")),
                Relation(relation) if relation else None,
                _thing(source) if source else None,
                _thing(target) if target else None,
            )
        case What.REJECT:
            return Rejection(_statement(_object(record, "statement")))
        case What.UNDO:
            number = record["undo"]
            if not isinstance(number, int):
                raise TypeError(number)
            return Undoing(number)
        case _:
            return Unknown()


def _thing_record(thing: Thing) -> Object:
    record: Object = {"iri": thing.iri, "kind": thing.kind.value, "name": thing.name}
    if thing.kind is EntityKind.DOCUMENT:
        date = str(thing.date) if thing.date else None
        record |= {"code": thing.code, "date": date, "held": thing.held}
    return record


def _thing(record: Object) -> Thing:
    return Thing(
        iri=_text(record, "iri"),
        kind=EntityKind(_text(record, "kind")),
        name=_text(record, "name"),
        code=_maybe(record, "code"),
        date=_date(record),
        held=record.get("held") is True,
    )


def _anchor_record(anchor: Anchor) -> Object:
    return {
        "file": anchor.file,
        "sha256": anchor.sha256,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "iri": anchor.iri,
        "date": str(anchor.date) if anchor.date else None,
    }


def _anchor(record: Object) -> Anchor:
    start, end = record["start"], record["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(record)
    return Anchor(
        file=_text(record, "file"),
        sha256=_text(record, "sha256"),
        span=Span(start, end),
        quote=_text(record, "quote"),
        before=_text(record, "before"),
        after=_text(record, "after"),
        iri=_text(record, "iri"),
        date=_date(record),
    )


def _statement_record(statement: StatementName) -> Object:
    return {
        "id": statement.id,
        "source": _thing_record(statement.source),
        "relation": statement.relation.value,
        "target": _thing_record(statement.target),
        "modality": statement.modality.value,
        "role": statement.role,
        "sources": sorted(statement.sources),
        "quote": statement.quote,
    }


def _statement(record: Object) -> StatementName:
    sources = record["sources"]
    if not isinstance(sources, list) or not all(isinstance(source, str) for source in sources):
        raise TypeError(record)
    return StatementName(
        id=_text(record, "id"),
        source=_thing(_object(record, "source")),
        relation=Relation(_text(record, "relation")),
        target=_thing(_object(record, "target")),
        modality=Modality(_text(record, "modality")),
        role=_maybe(record, "role"),
        sources=frozenset(sources),
        quote=_text(record, "quote"),
    )


def _date(record: Object) -> PartialDate | None:
    text = _maybe(record, "date")
    return PartialDate.parse(text) if text else None


# -- values -----------------------------------------------------------------------------------------------------------


def _text(record: Object, key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _maybe(record: Object, key: str) -> str | None:
    return None if record.get(key) is None else _text(record, key)


def _object(record: Object, key: str) -> Object:
    value = record[key]
    if not isinstance(value, dict):
        raise TypeError(key)
    return value


def _objects(record: Object, key: str) -> list[Object]:
    value = record[key]
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise TypeError(key)
    return value
