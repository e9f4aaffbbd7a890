"""Errors in the sources that show only when many are read together. They are reported, and nothing is repaired."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.answers import Edge, Entity
from graph.findings import Finding, FindingKind
from graph.identity.documents import Document, kind_of
from graph.identity.references import Reference
from graph.identity.titles import agree, disagree
from ontology.codes import CodeStyle
from ontology.document_types import type_named, types_with_code
from ontology.extraction import Extraction
from ontology.statements import Modality

_QUOTE = 120


def source_errors(
    documents: Iterable[Document],
    edges: Iterable[Edge],
    entities: Mapping[str, Entity],
    extractions: Sequence[Extraction],
    ends: Mapping[tuple[int, int], str],
) -> list[Finding]:
    """Return one finding for each error.

    Args:
        documents: All documents.
        edges: All edges.
        entities: All entities, by IRI.
        extractions: What was read, for the words around each reference.
        ends: IRI of what each mention means, by the extraction's and the mention's index.
    """
    found: list[Finding] = []
    ordered = sorted(documents, key=lambda document: document.key)
    for document in ordered:
        doubled = _two_documents_of_one_number(document, extractions) or _two_plans_of_one_number(
            document, extractions, ends, entities
        )
        found += _of(FindingKind.ONE_NUMBER_TWO_DOCUMENTS, doubled)
        found += _of(FindingKind.TYPE_AGAINST_CODE, _type_against_code(document, extractions))
        found += _of(FindingKind.ONE_DOCUMENT_TWO_DATES, _two_dates(document, extractions))
    found += _of(FindingKind.ONE_DOCUMENT_TWO_DATES, _one_document_of_two_dates(ordered, extractions))
    found += _of(FindingKind.OLDER_THAN_CARRIED_OUT, _older_than_what_it_carries_out(edges, entities))
    return list(dict.fromkeys(found))


def _of(kind: FindingKind, messages: Iterable[str]) -> list[Finding]:
    return [Finding(kind, message) for message in messages]


def _two_documents_of_one_number(document: Document, extractions: Sequence[Extraction]) -> list[str]:
    if document.register is None or document.is_open:
        return []
    titled = _first_of_each([r for r, _ in document.references if r.title], lambda r: r.title or "")
    for one, other in combinations(titled, 2):
        if one.title and other.title and disagree(one.title, other.title):
            return [
                f"Một số hiệu, hai nội dung: {_code(one)} là “{one.title}” {_where(one, extractions)} "
                f"nhưng là “{other.title}” {_where(other, extractions)}."
            ]
    return []


def _two_plans_of_one_number(
    document: Document,
    extractions: Sequence[Extraction],
    ends: Mapping[tuple[int, int], str],
    entities: Mapping[str, Entity],
) -> list[str]:
    """Report one source that says of one number, in two places, that it carries out two quite different documents.

    Without titles that is all there is to see of two plans that were given one number.
    """
    if document.register is None or document.is_open or document.held:
        return []
    carried: list[tuple[Reference, frozenset[str]]] = []
    for reference, _ in sorted(document.references, key=lambda pair: pair[0].order):
        targets = frozenset(
            ends[reference.source, statement.object]
            for statement in extractions[reference.source].statements
            if statement.subject == reference.mention
            and statement.object is not None
            and statement.predicate.carries_out
            and statement.modality is Modality.ASSERTED
        )
        if reference.date is not None and targets:
            carried.append((reference, targets))
    for (one, first), (other, second) in combinations(carried, 2):
        if one.source == other.source and not first & second:
            return [
                f"Một số hiệu, có thể hai văn bản: {_code(one)} thực hiện {_names(first, entities)} "
                f"{_where(one, extractions)} nhưng thực hiện {_names(second, entities)} {_where(other, extractions)}."
            ]
    return []


def _names(iris: Iterable[str], entities: Mapping[str, Entity]) -> str:
    return ", ".join(sorted(entities[iri].name for iri in iris))


def _type_against_code(document: Document, extractions: Sequence[Extraction]) -> Iterator[str]:
    for reference in _first_of_each([r for r, _ in document.references], lambda r: f"{r.type} {_code(r)}"):
        code = reference.code
        if code is None or code.type_code is None or reference.type is None:
            continue
        # A letter's code begins with its organ: in "5680/CT-CS" CT is the tax department. "Văn bản" may be anything.
        own = type_named(reference.type)
        if own is None or not own.codes or (code.style is CodeStyle.STATE and own.codes == ("CV",)):
            continue
        names = [row.name for row in types_with_code(code.type_code)]
        fits = any(reference.type.startswith(name) or name.startswith(reference.type) for name in names)
        if names and not fits:
            yield (
                f"Tên loại không khớp số hiệu: “{reference.type} {code}” {_where(reference, extractions)}; "
                f"ký hiệu {code.type_code} là {_kinds(names)}."
            )


def _two_dates(document: Document, extractions: Sequence[Extraction]) -> Iterator[str]:
    """A code with its year is one document: two days are an error of one of the sources."""
    dated = [r for r, _ in document.references if r.date is not None]
    for one, other in combinations(_first_of_each(dated, lambda r: str(r.date)), 2):
        if one.date is not None and other.date is not None and not one.date.matches(other.date):
            yield (
                f"Một văn bản, hai ngày: {_code(one)} ngày {one.date.vietnamese} {_where(one, extractions)} "
                f"nhưng ngày {other.date.vietnamese} {_where(other, extractions)}."
            )
            return


def _one_document_of_two_dates(documents: Sequence[Document], extractions: Sequence[Extraction]) -> Iterator[str]:
    by_code: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        if document.register is not None and document.date is not None and not document.is_open:
            number = f"{document.register.number}/{document.register.type_code}"
            by_code.setdefault((document.scope.slug, number), []).append(document)
    for same in by_code.values():
        for one, other in combinations(same, 2):
            first, second = _with_title(one), _with_title(other)
            if first is None or second is None or first.date is None or second.date is None:
                continue
            alike = first.title and second.title and agree(first.title, second.title)
            if alike and kind_of(first) == kind_of(second) and not first.date.matches(second.date):
                yield (
                    f"Cùng số hiệu, cùng trích yếu, khác ngày: {_code(first)} “{first.title}” "
                    f"ngày {first.date.vietnamese} {_where(first, extractions)}, "
                    f"ngày {second.date.vietnamese} {_where(second, extractions)}."
                )


def _older_than_what_it_carries_out(edges: Iterable[Edge], entities: Mapping[str, Entity]) -> Iterator[str]:
    for edge in edges:
        if not edge.relation.carries_out or edge.modality is not Modality.ASSERTED:
            continue
        plan, carried_out = entities[edge.source], entities[edge.target]
        if plan.date is None or carried_out.date is None or plan.date.matches(carried_out.date):
            continue
        if plan.date.first_day < carried_out.date.first_day:
            quote = edge.evidence[0]
            yield (
                f"Ngược thời gian: {plan.name} ngày {plan.date.vietnamese} được nói là thực hiện {carried_out.name} "
                f"ngày {carried_out.date.vietnamese} ({quote.file}: “{shorten(quote.quote)}”)."
            )


def _kinds(names: Sequence[str]) -> str:
    """Leave out kinds of a kind: for KH "kế hoạch" says it all, "kế hoạch phối hợp" is one of them."""
    apart = [n for n in names if not any(n != other and n.startswith(other) for other in names)]
    return " hoặc ".join(apart).lower()


def _with_title(document: Document) -> Reference | None:
    return next((reference for reference, _ in document.references if reference.title and reference.date), None)


def _first_of_each(references: Iterable[Reference], key: Callable[[Reference], str]) -> list[Reference]:
    first: dict[str, Reference] = {}
    for reference in sorted(references, key=lambda reference: reference.order):
        first.setdefault(key(reference), reference)
    return list(first.values())


def _code(reference: Reference) -> str:
    return reference.code.text if reference.code else reference.norm


def _where(reference: Reference, extractions: Sequence[Extraction]) -> str:
    file = reference.context.file
    if reference.span is None or reference.held:
        return f"({file}, phần đầu văn bản)"
    text = extractions[reference.source].text
    line = text.count("\n", 0, reference.span.start) + 1
    start = max(text.rfind("\n", 0, reference.span.start) + 1, reference.span.start - _QUOTE // 3)
    end = text.find("\n", reference.span.end)
    end = min(len(text) if end < 0 else end, reference.span.end + _QUOTE // 3)
    return f"({file}, dòng {line}: “…{shorten(text[start:end])}…”)"


def shorten(text: str) -> str:
    """Return text on one line, cut at a word to what a message can hold."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTE else plain[: _QUOTE - 1].rsplit(" ", 1)[0] + "…"
