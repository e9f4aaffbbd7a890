"""The JSON objects and CSV rows have the keys, the order and the values that CONTRACTS names."""

import json

import pytest
from cascade_values import Cascade, edge

from graph.answers import BuildReport, Counts, EntityDetails, EntityKind, ProgrammePlace, SearchHit
from graph.answers import Entity as AnyEntity
from ontology.statements import Relation
from ui import rendering


def test_a_trace_has_the_shape_of_the_contract(cascade: Cascade) -> None:
    document = rendering.trace_object(cascade.down)
    assert list(document) == ["root", "nodes", "edges"]
    assert document["root"] == cascade.resolution.iri
    nodes = document["nodes"]
    assert isinstance(nodes, list)
    assert nodes[3] == {
        "id": "https://example.org/109",
        "code": "109-KH/HU",
        "name": "Kế hoạch 109-KH/HU",
        "type": "Kế hoạch",
        "date": "2023-02-02",
        "issuer": "Huyện ủy Phụng Hiệp",
        "level": "district",
        "held": True,
    }
    edges = document["edges"]
    assert isinstance(edges, list)
    assert edges[1] == {
        "source": "https://example.org/109",
        "target": "https://example.org/139",
        "relation": "concretizes",
        "confidence": 0.9735,
        "open": False,
        "evidence": [
            {
                "file": "bao-cao.txt",
                "start": 10,
                "end": 10 + len(cascade.edges[1].evidence[0].quote),
                "quote": cascade.edges[1].evidence[0].quote,
                "rule": "cue",
            }
        ],
        "id": "https://example.org/109>https://example.org/139",
    }
    assert [e["open"] for e in edges] == [False, False, True]


def test_keys_stand_in_the_order_of_the_contract(cascade: Cascade) -> None:
    assert list(rendering.node_object(cascade.plan)) == [
        "id",
        "code",
        "name",
        "type",
        "date",
        "issuer",
        "level",
        "held",
    ]
    assert list(rendering.edge_object(cascade.edges[0])) == [
        "source",
        "target",
        "relation",
        "confidence",
        "open",
        "evidence",
        "id",
    ]
    assert list(rendering.evidence_object(cascade.edges[0].evidence[0])) == ["file", "start", "end", "quote", "rule"]


@pytest.mark.parametrize("key", ["code", "date", "issuer", "level"])
def test_what_is_not_known_is_null(cascade: Cascade, key: str) -> None:
    bare = AnyEntity("https://example.org/x", EntityKind.DOCUMENT, "Luật Đất đai")
    assert rendering.node_object(bare)[key] is None


def test_a_month_stays_a_month(cascade: Cascade) -> None:
    assert rendering.node_object(cascade.vague_plan)["date"] == "2023-05"


def test_programme_rows_have_the_shape_of_the_contract(cascade: Cascade) -> None:
    pair = _pair(cascade)
    assert rendering.programme_object(pair) == {
        "programme": "nông thôn mới",
        "place": "xã Tân Bình",
        "evidence": [rendering.evidence_object(pair.evidence[0])],
        "indicators": [],
    }


def test_details_name_the_entities_at_the_other_ends(cascade: Cascade) -> None:
    details = EntityDetails(
        cascade.programme,
        outgoing=(cascade.edges[0],),
        incoming=(cascade.edges[1],),
        others={cascade.resolution.iri: cascade.resolution, cascade.plan.iri: cascade.plan},
    )
    document = rendering.details_object(details)
    assert list(document) == ["entity", "outgoing", "incoming", "others"]
    others = document["others"]
    assert isinstance(others, list)
    assert [other["id"] for other in others] == [cascade.plan.iri, cascade.resolution.iri]
    rows = list(rendering.statement_rows(details))
    assert [row[4] for row in rows] == ["implements", "concretizes"]


def test_every_csv_row_is_as_wide_as_its_heading(cascade: Cascade) -> None:
    hit = SearchHit(cascade.plan, 1.0, 3)
    assert {len(row) for row in rendering.trace_rows(cascade.down)} == {len(rendering.TRACE_COLUMNS)}
    assert {len(row) for row in rendering.search_rows([hit])} == {len(rendering.SEARCH_COLUMNS)}
    assert {len(row) for row in rendering.programme_rows([_pair(cascade)])} == {len(rendering.PROGRAMME_COLUMNS)}


def test_a_trace_row_for_each_sentence(cascade: Cascade) -> None:
    rows = [dict(zip(rendering.TRACE_COLUMNS, row, strict=True)) for row in rendering.trace_rows(cascade.down)]
    assert len(rows) == 3
    assert rows[0]["source_code"] == "139-CTr/TU"
    assert rows[0]["target_date"] == "2022-06-16"
    assert rows[2]["open"] is True


def test_a_build_report_is_json(cascade: Cascade) -> None:
    counts = Counts(1, {EntityKind.DOCUMENT: 5}, {Relation.IMPLEMENTS: 1}, 3, 1)
    report = BuildReport(2, True, ("a.txt",), (), (), ("b.txt: tệp rỗng.",), counts, ("lạ.",))
    document = json.loads(json.dumps(rendering.build_object(report)))
    assert document["counts"] == {
        "sources": 1,
        "entities": {"Document": 5},
        "statements": {"implements": 1},
        "evidences": 3,
        "open_citations": 1,
    }
    assert document["failed"] == ["b.txt: tệp rỗng."]


def _pair(cascade: Cascade) -> ProgrammePlace:
    programme = AnyEntity("https://example.org/ntm", EntityKind.PROGRAMME, "nông thôn mới")
    place = AnyEntity("https://example.org/tb", EntityKind.PLACE, "xã Tân Bình", place="huyện Phụng Hiệp")
    evidence = edge(cascade.plan, Relation.COVERS, cascade.plan, "xã Tân Bình đạt chuẩn nông thôn mới").evidence
    return ProgrammePlace(programme, place, evidence)
