"""From what people type to what a decision says: checked against the live graph before a line is written."""

import re
from collections.abc import Sequence
from pathlib import Path

from graph.answers import Edge, Entity, EntityKind, MarkedMention
from graph.content import SourceContent
from graph.database import Database
from graph.ledger.anchors import around, citation_at
from graph.ledger.decisions import Anchor, Correction, Decision, Pair, Rejection, Resolution, StatementName, Thing
from graph.ledger.file import Ledger
from graph.ledger.statements import unfit
from graph.ledger.undone import undone
from graph.ledger.wording import described, shortened
from graph.lookup import describe, documents, known
from graph.search import folded_name
from graph.sources import SourceStore
from ontology.errors import AmbiguousEntityError, CuthehoaError, UnknownEntityError
from ontology.extraction import Extraction
from ontology.mentions import Citation, EntityLabel
from ontology.spans import Span
from ontology.statements import Relation

_PLACE = re.compile(r"(?P<file>.+):(?P<start>\d{1,12})(?:-(?P<end>\d{1,12}))?$", re.DOTALL)
_ENDS = re.compile(rf"(.+?)\s+({'|'.join(relation.value for relation in Relation)})\s+(.+)$", re.DOTALL)
_CHOICES = 20
_TODO = "Nêu chỗ viện dẫn như TỆP:ĐẦU-CUỐI (ký tự), TỆP:DÒNG, hoặc IRI của viện dẫn chưa rõ"


class DecisionError(CuthehoaError):
    """A decision that makes no sense (exit code 2)."""


def thing_of(entity: Entity) -> Thing:
    """Return an entity as a decision names it."""
    return Thing(entity.iri, entity.kind, entity.name, entity.code, entity.date, entity.held)


def pair_of(one: Entity, other: Entity) -> Pair:
    """Return the decision's words for two entities.

    Raises:
        DecisionError: If they are one already, or of two kinds.
    """
    if one.iri == other.iri:
        raise DecisionError(
            f"cả hai đều là “{one.name}”", where=one.iri, todo="Nêu hai đối tượng khác nhau, dùng IRI nếu cùng số hiệu"
        )
    if one.kind is not other.kind:
        raise DecisionError(
            f"“{one.name}” và “{other.name}” khác loại", todo="Chỉ những đối tượng cùng loại mới có thể là một"
        )
    return Pair(thing_of(one), thing_of(other))


def resolution_of(database: Database, folder: Path, citation: str, document: Entity) -> Resolution:
    """Return the decision's words for citations that mean a document.

    Args:
        database: The live generation's.
        folder: The graph's folder, where what was read is kept.
        citation: ``FILE:START-END``, ``FILE:LINE`` or the IRI of an open citation.
        document: What they mean.

    Raises:
        DecisionError: If that is no decided document.
        UnknownEntityError: If there is no such citation.
        AmbiguousEntityError: If several could be meant.
    """
    if document.kind is not EntityKind.DOCUMENT or document.open:
        what = "cũng là viện dẫn chưa rõ" if document.open else "không phải là văn bản"
        raise DecisionError(f"“{document.name}” {what}", where=document.iri, todo="Chọn một văn bản đã xác định")
    citation = citation.strip()
    if "://" in citation:
        places = _mentions_of(database, known(database, citation))
    else:
        places = [_mention_at(database, citation)]
    # The database does not keep the date that a citation itself gives; what was read does.
    store = SourceStore(folder, "")
    read = {
        source.sha256: store.load(source.sha256, source.file, any_version=True)
        for source in {source.sha256: source for source, _ in places}.values()
    }
    anchors = tuple(_anchor(source, mention, read[source.sha256]) for source, mention in places)
    return Resolution(anchors, thing_of(document))


def statement_of(database: Database, typed: str) -> Edge:
    """Return the one statement that is meant.

    Args:
        database: The live generation's.
        typed: The id, or as much of its beginning as no other shares; or both ends with the relation between them
            (``139-CTr/TU implements 18-NQ/TW``).

    Raises:
        UnknownEntityError: If there is none.
        AmbiguousEntityError: If several could be meant.
    """
    typed = typed.strip()
    ends = _ENDS.match(typed)
    edges = _edges_between(database, *ends.groups()) if ends else _edges_beginning(database, typed)
    if not edges:
        raise UnknownEntityError(
            "không có phát biểu này trong đồ thị",
            where=typed,
            todo="Lấy mã (“id”) từ “cuthehoa show MÃ --json”, hoặc viết như “139-CTr/TU implements 18-NQ/TW”",
        )
    if len(edges) == 1:
        return edges[0]
    names = database.entities({iri for edge in edges for iri in (edge.source, edge.target)})
    lines = [
        f"{edge.id}: {describe(names[edge.source])} {edge.relation.value} {describe(names[edge.target])}"
        for edge in edges[:_CHOICES]
    ]
    raise AmbiguousEntityError(
        f"“{typed}” có thể là {len(edges)} phát biểu", choices=tuple(lines), todo="Dùng mã của một phát biểu"
    )


def _edges_beginning(database: Database, typed: str) -> list[Edge]:
    key = typed.casefold().rpartition("/")[2]
    if not re.fullmatch("[0-9a-f]{1,32}", key):
        return []
    rows = database.rows(
        "SELECT key FROM edge WHERE key >= ? AND key < ? ORDER BY key LIMIT ?", (key, f"{key}g", _CHOICES + 1)
    )
    return [edge for edge in (database.edge(row[0]) for row in rows) if edge is not None]


def _edges_between(database: Database, source: str, relation: str, target: str) -> list[Edge]:
    targets = _all_of(database, target)
    edges = database.edges_at("source", _all_of(database, source), (Relation(relation),))
    return [edge for edge in edges if edge.target in targets]


def _all_of(database: Database, typed: str) -> set[str]:
    """Return the IRIs of all that a code, an IRI or a name can mean."""
    if "://" in typed:
        return {known(database, typed).iri}
    found = documents(database, typed, None)
    return {entity.iri for entity in found or [e for e, _ in database.entities_named(folded_name(typed))]}


def rejection_of(database: Database, edge: Edge) -> Rejection:
    """Return the decision's words for a statement that does not hold."""
    return Rejection(_named(database, edge))


def correction_of(
    database: Database, edge: Edge, relation: Relation | None, source: Entity | None, target: Entity | None
) -> Correction:
    """Return the decision's words for a statement that means something else.

    Args:
        database: The live generation's.
        edge: The statement.
        relation: Its relation; ``None`` leaves it, as for the ends.
        source: Its subject.
        target: Its object.

    Raises:
        DecisionError: If nothing would change, or the relation cannot join such things.
    """
    ends = database.entities({edge.source, edge.target})
    new = (relation or edge.relation, source or ends[edge.source], target or ends[edge.target])
    if (new[0], new[1].iri, new[2].iri) == (edge.relation, edge.source, edge.target):
        raise DecisionError(
            "phát biểu đã đúng như vậy", where=edge.id, todo="Nêu --relation, --source hoặc --target khác với hiện nay"
        )
    reason = unfit(*new)
    if reason is not None:
        raise DecisionError(reason, where=edge.id, todo="Chọn quan hệ hoặc đối tượng khác")
    return Correction(
        _named(database, edge),
        relation,
        thing_of(source) if source else None,
        thing_of(target) if target else None,
    )


def check_undoing(ledger: Ledger, number: int) -> Decision:
    """Return the decision that is to be taken back.

    Raises:
        UnknownEntityError: If there is none of that number.
        DecisionError: If it is taken back already.
    """
    found = next((decision for decision in ledger.decisions if decision.number == number), None)
    if found is None:
        raise UnknownEntityError(f"không có quyết định số {number}", todo="Xem các quyết định: cuthehoa ledger list")
    by = undone(ledger.decisions).by.get(number)
    if by is not None:
        raise DecisionError(
            f"quyết định số {number} ({described(found)}) đã được rút lại bởi quyết định số {by}",
            todo=f"Muốn theo lại quyết định ấy: cuthehoa ledger undo {by}",
        )
    return found


def _named(database: Database, edge: Edge) -> StatementName:
    ends = database.entities({edge.source, edge.target})
    return StatementName(
        id=edge.id,
        source=thing_of(ends[edge.source]),
        relation=edge.relation,
        target=thing_of(ends[edge.target]),
        modality=edge.modality,
        role=edge.role,
        sources=frozenset(word for evidence in edge.evidence for word in (evidence.source, evidence.file)),
        quote=edge.evidence[0].quote if edge.evidence else "",
    )


# -- citations --------------------------------------------------------------------------------------------------------


def _mentions_of(database: Database, entity: Entity) -> list[tuple[SourceContent, MarkedMention]]:
    """Return all citations that an open one stands for; of copies of one source, those of the first."""
    if not entity.open:
        raise DecisionError(f"“{entity.name}” không phải là viện dẫn chưa rõ", where=entity.iri, todo=_TODO)
    files = database.rows(
        """
        SELECT DISTINCT file FROM mention JOIN source ON source.id = mention.source
        WHERE entity = (SELECT id FROM entity WHERE iri = ?) ORDER BY file
        """,
        (entity.iri,),
    )
    found: list[tuple[SourceContent, MarkedMention]] = []
    seen: set[str] = set()
    for (file,) in files:
        source = database.source(file)
        if source is not None and source.sha256 not in seen:
            seen.add(source.sha256)
            found += [(source, mention) for mention in source.mentions if mention.iri == entity.iri]
    if not found:
        raise DecisionError(f"không nguồn nào viện dẫn “{entity.name}”", where=entity.iri, todo=_TODO)
    return found


def _mention_at(database: Database, typed: str) -> tuple[SourceContent, MarkedMention]:
    match = _PLACE.match(typed)
    if match is None:
        raise DecisionError("không hiểu chỗ viện dẫn này", where=typed, todo=_TODO)
    source = database.source(match["file"])
    if source is None:
        raise UnknownEntityError("đồ thị không có tệp này", where=match["file"], todo=_TODO)
    start = int(match["start"])
    if match["end"] is None:
        return source, _on_line(source, start)
    end = int(match["end"])
    if not start < end <= len(source.text):
        raise DecisionError("ngoài phạm vi của tệp", where=typed, todo=_TODO)
    span = Span(start, end)
    mention = citation_at(source.mentions, span)
    if mention is None:
        inside = [m for m in source.mentions if m.label is EntityLabel.DOC and m.span.overlaps(span)]
        raise _which(source, inside, f"từ ký tự {start} đến {end}", "viện dẫn nào")
    return source, mention


def _on_line(source: SourceContent, line: int) -> MarkedMention:
    """Return the one open citation that begins on a line, counted from 1."""
    lines = source.text.split("\n")
    if not 1 <= line <= len(lines):
        raise UnknownEntityError(f"tệp chỉ có {len(lines)} dòng", where=source.file, todo=_TODO)
    start = sum(len(text) + 1 for text in lines[: line - 1])
    end = start + len(lines[line - 1])
    found = [
        mention
        for mention in source.mentions
        if mention.label is EntityLabel.DOC and mention.open and start <= mention.span.start < end
    ]
    if len(found) != 1:
        raise _which(source, found, f"dòng {line}", "viện dẫn chưa rõ nào")
    return found[0]


def _which(source: SourceContent, found: Sequence[MarkedMention], where: str, what: str) -> CuthehoaError:
    if not found:
        return UnknownEntityError(f"{where} không có {what}", where=source.file, todo=_TODO)
    lines = [
        f"{source.file}:{m.span.start}-{m.span.end}  “{shortened(m.span.of(source.text))}”" for m in found[:_CHOICES]
    ]
    return AmbiguousEntityError(
        f"{source.file}, {where}: có {len(found)} viện dẫn", choices=tuple(lines), todo="Chọn một chỗ trong số đó"
    )


def _anchor(source: SourceContent, mention: MarkedMention, read: Extraction | None) -> Anchor:
    before, after = around(source.text, mention.span)
    there = citation_at(read.mentions, mention.span) if read is not None else None
    return Anchor(
        file=source.file,
        sha256=source.sha256,
        span=mention.span,
        quote=mention.span.of(source.text),
        before=before,
        after=after,
        iri=mention.iri or "",
        date=there.detail.date if there is not None and isinstance(there.detail, Citation) else None,
    )
