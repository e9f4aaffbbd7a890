"""The query API's values as JSON objects and CSV rows, in the shapes that CONTRACTS promises to other programs.

Key order is part of what people read, so each function writes its keys in the order of the contract.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from extract.output import letterhead_object
from graph.answers import BuildReport, Counts, Edge, Entity, EntityDetails, ProgrammePlace, SearchHit, Trace
from graph.decision_values import KeptDecision
from graph.indicator_values import IndicatorAnswer
from ontology.dates import PartialDate
from ontology.periods import Period
from ontology.statements import Evidence

JsonValue: TypeAlias = bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
JsonObject: TypeAlias = dict[str, JsonValue]
Cell: TypeAlias = bool | int | float | str | None

EVIDENCE_COLUMNS = ("file", "start", "end", "quote", "rule", "page")
TRACE_COLUMNS = (
    *("source", "source_code", "source_name", "source_date", "relation"),
    *("target", "target_code", "target_name", "target_date", "confidence", "open"),
    *EVIDENCE_COLUMNS,
)
SEARCH_COLUMNS = ("id", "kind", "code", "name", "type", "date", "issuer", "level", "place", "held", "score", "mentions")
PROGRAMME_COLUMNS = ("programme", "place", "within", *EVIDENCE_COLUMNS)


def evidence_object(evidence: Evidence) -> JsonObject:
    """One sentence; ``quote`` equals the source text at ``start:end``; ``page`` only where the source has pages."""
    page: JsonObject = {} if evidence.page is None else {"page": evidence.page}
    return {
        "file": evidence.file,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
        **page,
    }


def node_object(entity: Entity) -> JsonObject:
    """One node of ``trace --json``."""
    return {
        "id": entity.iri,
        "code": entity.code,
        "name": entity.name,
        "type": entity.type,
        "date": iso(entity.date),
        "issuer": entity.issuer,
        "level": entity.level.value if entity.level else None,
        "held": entity.held,
    }


def entity_object(entity: Entity) -> JsonObject:
    """All that the graph says of one entity itself: the node of a trace and what goes beyond it."""
    return node_object(entity) | {
        "kind": entity.kind.value,
        "title": entity.title,
        "issuer_id": entity.issuer_iri,
        "place": entity.place,
        "file": entity.file,
        "open": entity.open,
        "candidates": list(entity.candidates),
    }


def edge_object(edge: Edge) -> JsonObject:
    """One edge of ``trace --json``, from what carries out to what is carried out."""
    return {
        "source": edge.source,
        "target": edge.target,
        "relation": edge.relation.value,
        "confidence": round(edge.confidence, 4),
        "open": edge.open,
        "evidence": [evidence_object(evidence) for evidence in edge.evidence],
        "id": edge.id,
    }


def statement_object(edge: Edge) -> JsonObject:
    """One statement of ``show --json``: the edge with its identifier, its modality and its post."""
    return {"id": edge.id} | edge_object(edge) | {"modality": edge.modality.value, "role": edge.role}


def trace_object(trace: Trace) -> JsonObject:
    """The document that ``trace --json`` prints; ``narrowing`` only where a part of the cascade was asked for."""
    shown: JsonObject = {
        "root": trace.root,
        "nodes": [node_object(entity) for entity in trace.nodes],
        "edges": [edge_object(edge) for edge in trace.edges],
    }
    if trace.narrowing is not None:
        shown["narrowing"] = {
            "on_the_way": sorted(trace.narrowing.on_the_way),
            "unclear": trace.narrowing.unclear,
            "undated": trace.narrowing.undated,
            "goes_on": trace.narrowing.goes_on,
        }
    return shown


def period_object(period: Period | None) -> JsonObject | None:
    """A period; its ends in ISO form."""
    if period is None:
        return None
    start, end = period.start, period.end
    return {"text": period.text, "start": str(start) if start else None, "end": str(end) if end else None}


def indicator_object(answer: IndicatorAnswer) -> JsonObject:
    """One number that a source gives; numbers are texts, which keep their exact value."""
    item, amount = answer.indicator, answer.indicator.amount
    return {
        "name": item.name,
        "value": str(amount.value),
        "upper": None if amount.upper is None else str(amount.upper),
        "denominator": None if amount.denominator is None else str(amount.denominator),
        "origin": None if item.origin is None else str(item.origin),
        "unit": amount.unit,
        "per": list(amount.per),
        "change": item.change.value,
        "bound": item.bound.value,
        "aim": item.aim.value,
        "basis": item.basis,
        "place": answer.place.name if answer.place else None,
        "place_inherited": item.place_inherited,
        "period": period_object(item.period),
        "period_inherited": item.period_inherited,
        "programme": answer.programme.name if answer.programme else None,
        "document": answer.document.name,
        "confidence": round(item.evidence.confidence, 4),
        "evidence": [evidence_object(item.evidence)],
    }


def kept_object(kept: KeptDecision) -> JsonObject:
    """One decision of a person, as a graph keeps it."""
    return {
        "number": kept.number,
        "what": kept.what,
        "text": kept.text,
        "by": kept.by,
        "at": kept.at,
        "why": kept.why,
        "state": kept.state.value,
        "reason": kept.reason,
        "entities": list(kept.entities),
        "statements": list(kept.statements),
    }


def details_object(details: EntityDetails, indicators: Iterable[IndicatorAnswer] = ()) -> JsonObject:
    """The document that ``show --json`` prints; ``indicators`` and ``decisions`` are there where there are any."""
    shown: JsonObject = {
        "entity": entity_object(details.entity),
        "outgoing": [statement_object(edge) for edge in details.outgoing],
        "incoming": [statement_object(edge) for edge in details.incoming],
        "others": [entity_object(details.others[iri]) for iri in sorted(details.others)],
    }
    if details.letterhead:  # only a document whose text is held has one
        shown["letterhead"] = letterhead_object(details.letterhead)
    if details.decisions:
        shown["decisions"] = [kept_object(decision) for decision in details.decisions]
    numbers = [indicator_object(indicator) for indicator in indicators]
    if numbers:
        shown["indicators"] = numbers
    return shown


def hit_object(hit: SearchHit) -> JsonObject:
    """One row of ``search --json``."""
    return entity_object(hit.entity) | {"score": round(hit.score, 4), "mentions": hit.mentions}


def programme_object(pair: ProgrammePlace, indicators: Iterable[IndicatorAnswer] = ()) -> JsonObject:
    """One row of ``programmes --json``.

    Args:
        pair: Programme and place.
        indicators: The numbers of this programme in this place.
    """
    return {
        "programme": pair.programme.name,
        "place": pair.place.name,
        "evidence": [evidence_object(evidence) for evidence in pair.evidence],
        "indicators": [indicator_object(indicator) for indicator in indicators],
    }


def by_programme_and_place(answers: Iterable[IndicatorAnswer]) -> dict[tuple[str, str], list[IndicatorAnswer]]:
    """Return the indicators that name both a programme and a place, by the IRIs of the two."""
    found: dict[tuple[str, str], list[IndicatorAnswer]] = {}
    for answer in answers:
        if answer.programme is not None and answer.place is not None:
            found.setdefault((answer.programme.iri, answer.place.iri), []).append(answer)
    return found


def counts_object(counts: Counts) -> JsonObject:
    """The counts of a graph; kinds and relations that do not occur are listed with zero by whoever counted them."""
    return {
        "sources": counts.sources,
        "entities": {kind.value: number for kind, number in counts.entities.items()},
        "statements": {relation.value: number for relation, number in counts.statements.items()},
        "evidences": counts.evidences,
        "open_citations": counts.open_citations,
    }


def build_object(report: BuildReport) -> JsonObject:
    """The document that ``build --json`` prints."""
    return {
        "generation": report.generation,
        "changed": report.changed,
        "read": list(report.read),
        "unchanged": list(report.unchanged),
        "removed": list(report.removed),
        "failed": list(report.failed),
        "warnings": list(report.warnings),
        "notes": list(report.notes),
        "counts": counts_object(report.counts),
    }


def trace_rows(trace: Trace) -> Iterator[Sequence[Cell]]:
    """CSV rows of a trace (``TRACE_COLUMNS``): one for each sentence of each edge."""
    nodes = {entity.iri: entity for entity in trace.nodes}
    for edge in trace.edges:
        source, target = nodes[edge.source], nodes[edge.target]
        head = (
            *document_cells(source),
            edge.relation.value,
            *document_cells(target),
            round(edge.confidence, 4),
            edge.open,
        )
        for evidence in edge.evidence:
            yield (*head, *evidence_cells(evidence))


def statement_rows(details: EntityDetails) -> Iterator[Sequence[Cell]]:
    """CSV rows of an entity's statements (``TRACE_COLUMNS``): one for each sentence."""
    everyone = {**details.others, details.entity.iri: details.entity}
    edges = (*details.outgoing, *details.incoming)
    return trace_rows(Trace(root=details.entity.iri, nodes=tuple(everyone.values()), edges=edges))


def search_rows(hits: Iterable[SearchHit]) -> Iterator[Sequence[Cell]]:
    """CSV rows of a search (``SEARCH_COLUMNS``)."""
    for hit in hits:
        row = hit_object(hit)
        yield tuple(_cell(row[column]) for column in SEARCH_COLUMNS)


def programme_rows(pairs: Iterable[ProgrammePlace]) -> Iterator[Sequence[Cell]]:
    """CSV rows of programme and place (``PROGRAMME_COLUMNS``): one for each sentence."""
    for pair in pairs:
        for evidence in pair.evidence:
            yield (pair.programme.name, pair.place.name, pair.place.place, *evidence_cells(evidence))


def iso(date: dt.date | PartialDate | None) -> str | None:
    """A date in ISO form, or ``None``."""
    return str(date) if date else None


def document_cells(entity: Entity) -> tuple[Cell, ...]:
    """A document's cells: IRI, code, name, date."""
    return (entity.iri, entity.code, entity.name, iso(entity.date))


def evidence_cells(evidence: Evidence) -> tuple[Cell, ...]:
    """A sentence's cells, ``EVIDENCE_COLUMNS``."""
    return (evidence.file, evidence.span.start, evidence.span.end, evidence.quote, evidence.rule, evidence.page)


def _cell(value: JsonValue) -> Cell:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"no CSV cell: {type(value).__name__}")
