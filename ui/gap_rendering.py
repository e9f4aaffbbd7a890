"""What is missing, undecided or wrong in a graph, as JSON objects and CSV rows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.findings import Finding, FindingPlace
from graph.gaps.citing import Naming
from graph.gaps.missing import MissingDocument, MissingDocuments
from graph.gaps.open_citations import OpenCandidate, OpenCitation, OpenCitations
from ui.rendering import Cell, JsonObject, iso, node_object

MISSING_COLUMNS = (
    *("id", "code", "name", "type", "date", "issuer", "level", "title"),
    *("score", "statements", "chains", "ends", "decides", "sources"),
    *("file", "start", "end", "quote", "line"),
)
OPEN_COLUMNS = (
    *("id", "code", "name", "score", "statements", "chains"),
    *("file", "start", "end", "quote", "line"),
    *("candidate", "candidate_name", "candidate_date", "candidate_title", "reasons", "command"),
)
ERROR_COLUMNS = ("number", "kind", "remark", "message", "file", "start", "end", "quote", "line", "page")


def place_object(place: FindingPlace) -> JsonObject:
    """One sentence; ``quote`` equals the source text at ``start:end``; ``page`` only where the source has pages."""
    page: JsonObject = {} if place.page is None else {"page": place.page}
    return {
        "file": place.file,
        "start": place.span.start if place.span else None,
        "end": place.span.end if place.span else None,
        "quote": place.quote,
        "line": place.line,
        **page,
    }


def missing_object(row: MissingDocument) -> JsonObject:
    """One document that is cited but not held."""
    return node_object(row.document) | {
        "title": row.document.title,
        "score": row.score,
        "statements": row.statements,
        "chains": row.chains,
        "ends": row.ends,
        "decides": row.decides,
        "sources": row.sources,
        "evidence": [place_object(naming.sentence) for naming in row.namings],
    }


def missing_list(found: MissingDocuments) -> JsonObject:
    """The document that ``missing --json`` prints."""
    return {"total": found.total, "undated": found.undated, "rows": [missing_object(row) for row in found.rows]}


def missing_rows(found: MissingDocuments) -> Iterator[Sequence[Cell]]:
    """CSV rows (``MISSING_COLUMNS``): one for each document, with its first citing sentence."""
    for row in found.rows:
        document = row.document
        yield (
            *(document.iri, document.code, document.name, document.type),
            *(iso(document.date), document.issuer),
            *(document.level.value if document.level else None, document.title),
            *(row.score, row.statements, row.chains, row.ends, row.decides, row.sources),
            *_place_cells(row.namings[0].sentence),
        )


def resolving_words(naming: Naming, candidate: OpenCandidate) -> tuple[str, ...]:
    """The words of the command that decides one citation for one candidate."""
    place = f"{naming.file}:{naming.span.start}-{naming.span.end}"
    return ("cuthehoa", "ledger", "resolve", place, candidate.document.iri)


def open_object(row: OpenCitation) -> JsonObject:
    """One citation to decide; ``resolve`` holds the words of the commands that decide it, one for each place."""
    return {
        "id": row.citation.iri,
        "code": row.citation.code,
        "name": row.citation.name,
        "score": row.score,
        "statements": row.statements,
        "chains": row.chains,
        "places": [
            {
                "file": naming.file,
                "start": naming.span.start,
                "end": naming.span.end,
                "sentence": place_object(naming.sentence),
            }
            for naming in row.namings
        ],
        "candidates": [
            node_object(candidate.document)
            | {
                "title": candidate.document.title,
                "reasons": list(candidate.reasons),
                "resolve": [list(resolving_words(naming, candidate)) for naming in row.namings],
            }
            for candidate in row.candidates
        ],
    }


def open_list(found: OpenCitations) -> JsonObject:
    """The document that ``open --json`` prints."""
    return {"total": found.total, "rows": [open_object(row) for row in found.rows]}


def open_rows(found: OpenCitations) -> Iterator[Sequence[Cell]]:
    """CSV rows (``OPEN_COLUMNS``): one for each place of a citation and each document that it could mean."""
    for row in found.rows:
        head = (row.citation.iri, row.citation.code, row.citation.name, row.score, row.statements, row.chains)
        for naming in row.namings:
            # The place of the naming itself: that is what a decision names.
            place = (naming.file, naming.span.start, naming.span.end, naming.sentence.quote, naming.sentence.line)
            for candidate in row.candidates:
                document = candidate.document
                date = iso(document.date)
                command = " ".join(resolving_words(naming, candidate))
                reasons = "; ".join(candidate.reasons)
                yield (*head, *place, document.iri, document.name, date, document.title, reasons, command)


def error_object(finding: Finding) -> JsonObject:
    """One finding."""
    return {
        "kind": finding.kind.value,
        "remark": finding.kind.is_remark,
        "message": finding.message,
        "entities": list(finding.entities),
        "evidence": [place_object(place) for place in finding.places],
    }


def errors_list(findings: Sequence[Finding]) -> JsonObject:
    """The document that ``errors --json`` prints; ``counts`` holds the kinds that occur."""
    counts = Counter(finding.kind.value for finding in findings)
    return {
        "total": len(findings),
        "counts": dict(counts),
        "rows": [error_object(finding) for finding in findings],
    }


def error_rows(findings: Sequence[Finding]) -> Iterator[Sequence[Cell]]:
    """CSV rows (``ERROR_COLUMNS``): one for each sentence that shows a finding, with the finding's number."""
    for number, finding in enumerate(findings, 1):
        head = (number, finding.kind.value, finding.kind.is_remark, finding.message)
        places = [(*_place_cells(place), place.page) for place in finding.places]
        for cells in places or [(None,) * 6]:
            yield (*head, *cells)


def _place_cells(place: FindingPlace) -> tuple[Cell, ...]:
    start, end = (place.span.start, place.span.end) if place.span else (None, None)
    return (place.file, start, end, place.quote, place.line)
