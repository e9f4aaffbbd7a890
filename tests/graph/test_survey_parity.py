"""Coverage, delays and comparisons give the same numbers when they are asked in SPARQL and in Cypher."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.cascade.delays import DelayQuestion
from graph.coverage.answer import CoverageQuestion
from graph.coverage.values import CellState
from graph.named_queries import QueryLanguage, named_query
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.levels import Level

PREFIXES = "PREFIX cth: <https://w3id.org/cuthehoa/ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
PLANS = {
    QueryLanguage.SPARQL: f"""{PREFIXES}
        SELECT DISTINCT ?central ?plan {{
          ?plan cth:carriesOut+ ?central ; cth:level cth:level-LEVEL . ?central cth:level cth:level-central .
          FILTER NOT EXISTS {{ ?central cth:open true }} }}""",
    QueryLanguage.CYPHER: """
        MATCH (p:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(c:Document)
        WHERE c.level = 'central' AND NOT c.open AND p.level = 'LEVEL' RETURN DISTINCT c.iri, p.iri""",
}
DAYS = {
    QueryLanguage.SPARQL: f"""{PREFIXES}
        SELECT DISTINCT ?plan ?target ?days {{
          ?plan cth:carriesOut ?target ; cth:date ?late . ?target cth:date ?early .
          FILTER (DATATYPE(?late) = xsd:date && DATATYPE(?early) = xsd:date && ?late >= ?early)
          BIND (IF(?late = ?early, 0, xsd:integer(STRBEFORE(STRAFTER(STR(?late - ?early), "P"), "D"))) AS ?days) }}""",
    QueryLanguage.CYPHER: """
        MATCH (a:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(b:Document)
        WHERE size(a.date) = 10 AND size(b.date) = 10 AND a.date >= b.date
        RETURN DISTINCT a.iri, b.iri, date(a.date) - date(b.date)""",
}

Rows = set[tuple[str, ...]]


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[Graph]:
    with Graph.open(sample_graph) as opened:
        yield opened


def asked(graph: Graph, language: QueryLanguage, query: str) -> Rows:
    if language is QueryLanguage.SPARQL:
        return {tuple(term.value for term in row if term is not None) for row in graph.sparql(query).rows}
    return {tuple(str(cell) for cell in row) for row in graph.cypher(query).rows}


@pytest.mark.parametrize("language", QueryLanguage)
@pytest.mark.parametrize("level", [Level.PROVINCE, Level.DISTRICT, Level.COMMUNE])
def test_coverage(level: Level, language: QueryLanguage, graph: Graph) -> None:
    found = graph.coverage(CoverageQuestion(units=level), min_confidence=0.0)
    plans = {
        (cell.document, plan.document.iri)
        for row in found.cells
        for cell in row
        if cell.state is not CellState.ABOVE
        for plan in cell.plans
        if not plan.open
    }
    plans |= {
        (document, plan.document.iri)
        for document, unplaced in found.unplaced.items()
        for plan in unplaced
        if plan.document.level is level
    }
    assert plans
    assert asked(graph, language, PLANS[language].replace("LEVEL", level.value)) == plans


@pytest.mark.parametrize("language", QueryLanguage)
def test_delays(language: QueryLanguage, graph: Graph) -> None:
    found = graph.delays(DelayQuestion(slowest=1000), min_confidence=0.0)
    days = {(delay.source.iri, delay.target.iri, str(delay.days)) for delay in found.slowest}
    assert len(days) == 44
    assert asked(graph, language, DAYS[language]) == days


@pytest.mark.parametrize("language", QueryLanguage)
def test_what_a_district_has_no_plan_for(language: QueryLanguage, graph: Graph) -> None:
    issuer = "Huyện ủy Phụng Hiệp"
    found = graph.coverage(CoverageQuestion(units=Level.DISTRICT, within="huyện Phụng Hiệp"))
    (row,) = found.cells
    missing = {
        document.iri
        for document, cell in zip(found.documents, row, strict=True)
        if document.type == "Nghị quyết"
        and not any(plan.document.issuer == issuer for plan in cell.plans if plan.unit == cell.unit)
    }
    query = named_query(language, "unplanned_by").bind({"issuer": issuer})
    if language is QueryLanguage.SPARQL:
        rows = {row[0].value for row in graph.sparql(query.text).rows if row[0] is not None}
    else:
        rows = {row[0] for row in graph.cypher(query.text, dict(query.parameters)).rows}
    assert rows == missing
    land = graph.resolve("18-NQ/TW", PartialDate(2022, 6, 16)).iri
    assert land not in missing
    assert graph.resolve("20-NQ/TW", PartialDate(2022, 6, 16)).iri in missing


@pytest.mark.parametrize("language", QueryLanguage)
def test_common_targets(language: QueryLanguage, graph: Graph) -> None:
    first, second = graph.resolve("31-KH/ĐU").iri, graph.resolve("18/KH-UBND").iri
    found = {tied.document.iri for tied in graph.compare(first, second, min_confidence=0.0).targets.common}
    assert len(found) == 2  # 140-CTr/TU and 19-NQ/TW
    query = named_query(language, "common_targets").bind({"first": "31-KH/ĐU", "second": "18/KH-UBND"})
    if language is QueryLanguage.SPARQL:
        rows = {row[0].value for row in graph.sparql(query.text).rows if row[0] is not None}
    else:
        rows = {row[0] for row in graph.cypher(query.text, dict(query.parameters)).rows}
    assert rows == found
