"""All errors in the sources, of every family, in one order."""

from collections.abc import Iterable, Mapping, Sequence

from graph.answers import Edge, Entity
from graph.findings import Finding, FindingKind
from graph.identity.documents import Document
from graph.identity.source_errors import cascade, dates, future, levels, numbers, terms, types
from graph.identity.source_errors.survey import Survey
from ontology.extraction import Extraction

_FAMILIES = (
    numbers.one_number_two_documents,
    dates.one_document_two_dates,
    types.type_against_code,
    cascade.older_than_carried_out,
    cascade.carries_out_itself,
    levels.wrong_way,
    levels.skipped_level,
    future.future_date,
    terms.term_against_date,
)
_ORDER = {kind: number for number, kind in enumerate(FindingKind)}


def source_errors(
    documents: Iterable[Document],
    edges: Iterable[Edge],
    entities: Mapping[str, Entity],
    extractions: Sequence[Extraction],
    ends: Mapping[tuple[int, int], str],
) -> list[Finding]:
    """Return one finding for each error: by kind, then as its family orders them; the same whatever the order of input.

    Args:
        documents: All documents.
        edges: All edges.
        entities: All entities, by IRI.
        extractions: What was read, for the words around each reference; each with its text.
        ends: IRI of what each mention means, by the extraction's and the mention's index.
    """
    survey = Survey(documents, edges, entities, extractions, ends)
    found = [finding for family in _FAMILIES for finding in family(survey)]
    return sorted(dict.fromkeys(found), key=lambda finding: _ORDER[finding.kind])
