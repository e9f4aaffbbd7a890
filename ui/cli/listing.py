"""Search results, one entity's statements and programme–place pairs as plain text."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from graph.answers import Edge, Entity, EntityDetails, EntityKind, ProgrammePlace, SearchHit
from ui.cli.console import TABLE_WIDTH, plain, table, width, wrap
from ui.cli.trace_tree import evidence_lines
from ui.letterhead_facts import letterhead_facts
from ui.wording import KIND_NAMES, MODALITY_NOTES, RELATION_VERBS, decimal, level_name, note, title


def search_lines(text: str, hits: Sequence[SearchHit]) -> list[str]:
    """A table of what was found, or what to try where nothing was.

    Args:
        text: What was searched for.
        hits: Best first.
    """
    if not hits:
        return [f"Không tìm thấy gì cho “{plain(text)}”. Hãy thử ít chữ hơn, hoặc bỏ bớt dấu."]
    rows = [_row(hit.entity, hit.mentions) for hit in hits]
    heading = ("Loại", "Tên", "Ngày", "Nơi ban hành, địa bàn", "Tình trạng", "Lượt nhắc")
    return table(heading, rows, fit=width(TABLE_WIDTH))


def details_lines(details: EntityDetails, lookup: Callable[[str], Entity]) -> list[str]:
    """An entity, then its statements grouped by relation, each with its sentences.

    Args:
        details: The entity and its statements.
        lookup: Gives the entity of an IRI, for the candidates of an open citation.
    """
    entity = details.entity
    lines = [entity.name]
    for name, value in _facts(entity):
        lines += wrap(plain(value), first=f"  {name}: ", rest="    ")
    for name, value in letterhead_facts(details.letterhead) if details.letterhead else ():
        lines += wrap(plain(value), first=f"  {name}: ", rest="    ")
    if entity.open and entity.candidates:
        lines.append("  Có thể là:")
        lines += [f"    - {title(lookup(iri))}" for iri in entity.candidates]
    for kept in details.decisions:
        lines += wrap(
            plain(f"quyết định số {kept.number} ({kept.by}, {kept.at[:10]}): {kept.text}"),
            first="  Do người quyết định: ",
            rest="    ",
        )
    if not details.outgoing and not details.incoming:
        lines += ["", "Chưa có câu nào nói về quan hệ của thực thể này."]
    lines += _statements(details, details.outgoing, outward=True)
    lines += _statements(details, details.incoming, outward=False)
    return lines


def programme_lines(pairs: Sequence[ProgrammePlace]) -> list[str]:
    """Programmes, under each its places, under each their sentences."""
    if not pairs:
        return ["Không có cặp chương trình – địa danh nào như vậy. Tìm tên đúng bằng: cuthehoa search TÊN"]
    lines: list[str] = []
    for programme, group in groupby(pairs, key=lambda pair: pair.programme):
        lines += ["", programme.name]
        for pair in group:
            around = f" ({pair.place.place})" if pair.place.place else ""
            lines.append(f"  {pair.place.name}{around}")
            for evidence in pair.evidence:
                lines += evidence_lines(evidence, "    ")
    return lines[1:]


def _row(entity: Entity, mentions: int) -> tuple[str, ...]:
    date = entity.date.vietnamese if entity.date else ""
    held = note(entity) if entity.kind is EntityKind.DOCUMENT else ""
    around = plain(entity.issuer or entity.place or "")
    return (KIND_NAMES[entity.kind], plain(entity.name), date, around, held, str(mentions))


def _facts(entity: Entity) -> Iterator[tuple[str, str]]:
    facts = [
        ("Loại", KIND_NAMES[entity.kind] if entity.kind is not EntityKind.DOCUMENT else entity.type),
        ("Ngày", entity.date.vietnamese if entity.date else None),
        ("Cơ quan ban hành", entity.issuer),
        ("Cấp", level_name(entity.level)),
        ("Thuộc", entity.place),
        ("Trích yếu", entity.title),
        ("Tệp", entity.file),
        ("Tình trạng", note(entity) if entity.kind is EntityKind.DOCUMENT else None),
        ("IRI", entity.iri),
    ]
    return ((name, value) for name, value in facts if value)


def _statements(details: EntityDetails, edges: Sequence[Edge], *, outward: bool) -> Iterator[str]:
    for edge in edges:
        other = details.others.get(edge.target if outward else edge.source)
        name = (
            title(other) if other and other.kind is EntityKind.DOCUMENT else other.name if other else "(không nêu tên)"
        )
        verb = f"là {edge.role}" if edge.role else RELATION_VERBS[edge.relation]
        reading = f"{verb} {name}" if outward else f"{name} {verb} {details.entity.code or details.entity.name}"
        remarks = [f"độ tin cậy {decimal(edge.confidence)}", MODALITY_NOTES[edge.modality]]
        if edge.open:
            remarks.append("chưa rõ là văn bản nào")
        yield ""
        yield from wrap(f"{reading} · {' · '.join(remark for remark in remarks if remark)}", first="→ ", rest="  ")
        for evidence in edge.evidence:
            yield from evidence_lines(evidence, "    ")
