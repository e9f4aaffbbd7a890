"""The query API over a small graph: search, codes, traces, programmes, evidence, sources."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source, chain, letterhead

from graph import generations
from graph.answers import Direction, EntityKind
from graph.content import GraphContent
from graph.database import Database
from graph.identity import build_content
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.confidence import DEFAULT_MIN_CONFIDENCE
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError, UnknownEntityError
from ontology.levels import Level
from ontology.statements import Modality, Relation


def make_graph(content: GraphContent, folder: Path) -> Graph:
    """A graph of that content, without the stores that these tests do not ask."""
    number = generations.next_number(folder)
    sqlite_store.write(content, generations.begin(folder, number) / generations.DATABASE)
    generations.publish(folder, number, inputs="", extractor="", identity="", base_iri=content.base_iri, counts={},
                        projections=[])  # fmt: skip
    return Graph.open(folder)


def _sources() -> list[Source]:
    report = chain("bao-cao.txt")
    vague = report.doc("18-NQ/TW", kind="Nghị quyết")
    report.says(report.doc("127-KH/HU", "2023-07-28"), Relation.CONTINUES, vague, confidence=0.6)
    report.doc("18-NQ/TW", "2017-10-25", kind="Nghị quyết")
    report.says(report.doc("61-KH/HU", "2022-09-12"), Relation.IMPLEMENTS, 2, modality=Modality.NEGATED)
    report.says(0, Relation.LINKED_WITH, report.doc("04-NQ/TU", "2021-11-26", kind="Nghị quyết"))
    report.says(report.prog("Mô hình “Chính quyền thân thiện”"), Relation.COVERS, report.loc("Hòa Mỹ", "xã"))
    plan = letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2023-02-02",
                      level=Level.DISTRICT, title="Nâng cao hiệu quả quản lý đất")  # fmt: skip
    held = Source("kh-109.txt", plan)
    held.says(-1, Relation.CONCRETIZES, held.doc("139-CTr/TU", "2022-11-09", kind="Chương trình"))
    lower = letterhead("27-KH/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", "tỉnh Hậu Giang", "2023-03-10",
                       level=Level.COMMUNE, parent="Đảng bộ huyện Phụng Hiệp")  # fmt: skip
    commune = Source("xa/kh-27.txt", lower)
    commune.says(-1, Relation.CONCRETIZES, commune.doc("109-KH/HU", "2023-02-02", issuer="Huyện ủy"))
    commune.says(commune.prog("NTM"), Relation.COVERS, commune.loc("Tân Bình", "xã"))
    return [report, held, commune]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    content = build_content(source.extraction() for source in _sources())
    with make_graph(content, tmp_path_factory.mktemp("graph")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("18-NQ/TW", "Nghị quyết 18-NQ/TW"),
        ("18 nq tw", "Nghị quyết 18-NQ/TW"),
        ("18-nq/tw", "Nghị quyết 18-NQ/TW"),
        ("18nqtw", "Nghị quyết 18-NQ/TW"),
        ("4-NQ/TU", "Nghị quyết 04-NQ/TU"),
        ("004 nq tu", "Nghị quyết 04-NQ/TU"),
        ("nghi quyet 18", "Nghị quyết 18-NQ/TW"),
        ("xa tan binh", "xã Tân Bình"),
        ("TÂN BÌNH", "xã Tân Bình"),
        ("huyen uy phung", "Huyện ủy Phụng Hiệp"),
        ("nguyễn văn a", "Nguyễn Văn A"),
        ("hieu qua quan ly dat", "Kế hoạch 109-KH/HU"),
        ("chính quyền thân", "Mô hình “Chính quyền thân thiện”"),
    ],
)
def test_search_without_regard_to_case_and_marks(graph: Graph, text: str, first: str) -> None:
    assert graph.search(text)[0].entity.name == first


@pytest.mark.parametrize("text", ["", "   ", "!!!", '"', "NEAR(", "name: x OR *", "xyz", "' ; DROP TABLE entity"])
def test_odd_searches_find_nothing(graph: Graph, text: str) -> None:
    assert graph.search(text) == ()


def test_search_can_be_narrowed(graph: Graph) -> None:
    kinds = {hit.entity.kind for hit in graph.search("phung hiep")}
    assert kinds > {EntityKind.PLACE}
    assert {hit.entity.kind for hit in graph.search("phung hiep", kinds=[EntityKind.PLACE])} == {EntityKind.PLACE}
    assert len(graph.search("kh", limit=2)) == 2


def test_an_exact_name_scores_one_and_counts_its_mentions(graph: Graph) -> None:
    hit = graph.search("109-KH/HU")[0]
    assert (hit.score, hit.mentions) == (1.0, 2)


def test_a_code_may_mean_several_documents(graph: Graph) -> None:
    found = graph.documents("18-NQ/TW")
    assert [(str(entity.date), entity.open) for entity in found] == [
        ("2017-10-25", False),
        ("2022-06-16", False),
        ("None", True),
    ]
    with pytest.raises(AmbiguousEntityError) as raised:
        graph.resolve("18-NQ/TW")
    assert len(raised.value.choices) == 3
    assert "16/6/2022" in raised.value.choices[1]


@pytest.mark.parametrize("date", ["2022-06-16", "2022-06", "2022"])
@pytest.mark.parametrize("code", ["18-NQ/TW", "Nghị quyết số 18-NQ/TW", "số 18 - NQ / TW", "18 nq tw"])
def test_a_date_decides(graph: Graph, code: str, date: str) -> None:
    assert str(graph.resolve(code, PartialDate.parse(date)).date) == "2022-06-16"


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("109-KH/HU", "Kế hoạch 109-KH/HU"),
        ("xã Tân Bình", "xã Tân Bình"),
        ("nong thon moi kieu mau", None),
        ("https://w3id.org/cuthehoa/id/place/tinh-hau-giang", "tỉnh Hậu Giang"),
        ("https://w3id.org/cuthehoa/id/place/tinh-nao-do", None),
        ("999-NQ/TW", None),
        ("", None),
    ],
)
def test_one_entity_is_resolved_or_said_to_be_unknown(graph: Graph, asked: str, name: str | None) -> None:
    if name is None:
        with pytest.raises(UnknownEntityError):
            graph.resolve(asked)
    else:
        assert graph.resolve(asked).name == name


def test_a_date_without_document_shows_the_others(graph: Graph) -> None:
    with pytest.raises(AmbiguousEntityError, match="không có văn bản 18-NQ/TW ngày 1/1/2020") as raised:
        graph.resolve("18-NQ/TW", PartialDate(2020, 1, 1))
    assert len(raised.value.choices) == 3


def _trace(graph: Graph, code: str, date: str, direction: Direction, **options: object) -> tuple[list[str], list[str]]:
    root = graph.resolve(code, PartialDate.parse(date))
    found = graph.trace(root.iri, direction=direction, **options)  # type: ignore[arg-type]
    names = {node.iri: f"{node.code}{'?' if node.open else ''}" for node in found.nodes}
    edges = [f"{names[edge.source]} {edge.relation} {names[edge.target]}" for edge in found.edges]
    assert found.root == found.nodes[0].iri
    assert len({node.iri for node in found.nodes}) == len(found.nodes)
    return list(names.values()), edges


def test_down_goes_to_what_carries_out(graph: Graph) -> None:
    nodes, edges = _trace(graph, "18-NQ/TW", "2022-06-16", Direction.DOWN)
    assert nodes[:2] == ["18-NQ/TW", "139-CTr/TU"]
    assert set(edges) == {
        "139-CTr/TU implements 18-NQ/TW",
        "109-KH/HU concretizes 139-CTr/TU",
        "27-KH/ĐU concretizes 109-KH/HU",
        "127-KH/HU continues 18-NQ/TW?",
    }


def test_an_open_citation_shows_under_each_candidate(graph: Graph) -> None:
    nodes, edges = _trace(graph, "18-NQ/TW", "2017-10-25", Direction.DOWN)
    assert nodes == ["18-NQ/TW", "18-NQ/TW?", "127-KH/HU"]
    assert edges == ["127-KH/HU continues 18-NQ/TW?"]
    found = graph.trace(graph.resolve("18-NQ/TW", PartialDate(2017)).iri)
    assert found.edges[0].open
    assert found.root in found.nodes[1].candidates


def test_up_ends_at_an_open_citation(graph: Graph) -> None:
    assert _trace(graph, "127-KH/HU", "2023-07-28", Direction.UP)[0] == ["127-KH/HU", "18-NQ/TW?"]


def test_up_goes_to_what_is_carried_out(graph: Graph) -> None:
    nodes, _ = _trace(graph, "27-KH/ĐU", "2023-03-10", Direction.UP)
    assert nodes == ["27-KH/ĐU", "109-KH/HU", "139-CTr/TU", "18-NQ/TW"]


def test_both_ways_do_not_turn_round(graph: Graph) -> None:
    nodes, _ = _trace(graph, "139-CTr/TU", "2022-11-09", Direction.BOTH)
    assert set(nodes) == {"139-CTr/TU", "18-NQ/TW", "109-KH/HU", "27-KH/ĐU"}


def test_relations_and_confidence_narrow_a_trace(graph: Graph) -> None:
    assert _trace(graph, "109-KH/HU", "2023-02-02", Direction.UP, relations=[Relation.LINKED_WITH])[0] == [
        "109-KH/HU",
        "04-NQ/TU",
    ]
    assert "127-KH/HU" not in _trace(graph, "18-NQ/TW", "2017", Direction.DOWN, min_confidence=0.5)[0]


def test_what_is_doubtful_is_kept_and_shown_only_when_asked_for(tmp_path: Path) -> None:
    source = Source("x.txt")
    plan, resolution = source.doc("5-KH/HU", "2023-01-01"), source.doc("9-NQ/TU", "2022-01-01")
    source.says(plan, Relation.IMPLEMENTS, resolution, confidence=DEFAULT_MIN_CONFIDENCE - 0.01)
    with make_graph(build_content([source.extraction()]), tmp_path) as graph:
        iri = graph.resolve("5-KH/HU").iri
        assert len(graph.entity(iri).outgoing) == 1
        assert graph.trace(iri, direction=Direction.UP).edges == ()
        assert len(graph.trace(iri, direction=Direction.UP, min_confidence=0).edges) == 1


def test_what_is_denied_is_shown_but_not_traced(graph: Graph) -> None:
    plan = graph.resolve("61-KH/HU").iri
    assert [edge.modality for edge in graph.entity(plan).outgoing] == [Modality.NEGATED]
    assert graph.neighbours(plan) == ()
    assert plan not in {source for source, _, _ in graph.carries_out_pairs()}


@pytest.mark.parametrize("modality", [modality for modality in Modality if modality is not Modality.ASSERTED])
def test_what_is_not_asserted_never_counts(tmp_path: Path, modality: Modality) -> None:
    source = Source("x.txt")
    plan, resolution = source.doc("5-KH/HU", "2023-01-01"), source.doc("9-NQ/TU", "2022-01-01")
    source.says(plan, Relation.IMPLEMENTS, resolution, modality=modality)
    with make_graph(build_content([source.extraction()]), tmp_path) as graph:
        iri = graph.resolve("5-KH/HU").iri
        assert [edge.modality for edge in graph.entity(iri).outgoing] == [modality]
        assert graph.trace(iri, direction=Direction.BOTH, min_confidence=0).edges == ()
        assert graph.neighbours(iri) == ()
        assert list(graph.carries_out_pairs()) == []


def test_a_cycle_ends(tmp_path: Path) -> None:
    source = Source("x.txt")
    ends = [source.doc(f"{number}-KH/HU", "2023-01-01") for number in (1, 2, 3)]
    for start, end in ((0, 1), (1, 2), (2, 0), (0, 2)):
        source.says(ends[start], Relation.IMPLEMENTS, ends[end])
    with make_graph(build_content([source.extraction()]), tmp_path) as graph:
        for direction in Direction:
            found = graph.trace(graph.resolve("1-KH/HU").iri, direction=direction)
            assert (len(found.nodes), len(found.edges)) == (3, 4)


@pytest.mark.parametrize(
    ("place", "programme", "pairs"),
    [
        ("xa tan binh", None, 1),
        ("Tân Bình", None, 1),
        ("xã Tân Bình, huyện Phụng Hiệp", None, 1),
        ("xã Tân Bình, Phụng Hiệp, Hậu Giang", None, 1),
        ("xã Tân Bình, huyện Long Mỹ", None, 0),
        ("tan", None, 0),
        (None, "NTM", 1),
        (None, "nông thôn mới", 1),
        (None, "chinh quyen", 1),
        ("xa hoa my", "nong thon moi", 0),
        (None, None, 2),
    ],
)
def test_programmes_both_ways(graph: Graph, place: str | None, programme: str | None, pairs: int) -> None:
    assert len(graph.programmes(place=place, programme=programme)) == pairs


def test_programme_places_bring_their_sentences(graph: Graph) -> None:
    (pair,) = graph.programmes(place="xa tan binh")
    assert pair.programme.name == "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
    assert {evidence.file for evidence in pair.evidence} == {"bao-cao.txt", "xa/kh-27.txt"}


def test_an_entity_brings_its_statements_and_their_ends(graph: Graph) -> None:
    details = graph.entity(graph.resolve("139-CTr/TU").iri)
    assert [edge.relation for edge in details.outgoing] == [Relation.IMPLEMENTS]
    assert len(details.incoming) == 1
    assert {details.others[edge.source].code for edge in details.incoming} == {"109-KH/HU"}
    edge = details.incoming[0]
    assert graph.evidence(edge.id) == edge.evidence
    assert {evidence.file for evidence in edge.evidence} == {"bao-cao.txt", "kh-109.txt"}


def test_every_quote_stands_in_its_source(graph: Graph) -> None:
    for document in graph.search("kh", kinds=[EntityKind.DOCUMENT]):
        for edge in graph.entity(document.entity.iri).outgoing:
            for evidence in edge.evidence:
                assert evidence.span.of(graph.source(evidence.file).text) == evidence.quote


def test_sources_are_documents_with_marked_mentions(graph: Graph) -> None:
    assert [(file, document.held) for file, document in graph.sources()] == [
        ("bao-cao.txt", True),
        ("kh-109.txt", True),
        ("xa/kh-27.txt", True),
    ]
    view = graph.source("bao-cao.txt")
    assert view.letterhead == PHUNG_HIEP
    assert [mention.name for mention in view.mentions if mention.open] == ["Nghị quyết 18-NQ/TW"]
    assert all(mention.iri for mention in view.mentions)


@pytest.mark.parametrize("ask", [Graph.entity, Graph.trace, Graph.neighbours, Graph.source, Graph.evidence])
def test_what_is_not_there_is_said(graph: Graph, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnknownEntityError):
        ask(graph, "https://example.org/none")


def test_counts(graph: Graph) -> None:
    counts = graph.counts()
    assert (counts.sources, counts.open_citations) == (3, 1)
    assert counts.statements[Relation.COVERS] == 2
    assert set(counts.entities) == set(EntityKind)


def test_a_graph_serves_many_threads(graph: Graph) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: graph.search("kh")[0].entity.iri, range(200)))
    assert len(set(found)) == 1


def test_damage_that_shows_only_later_is_still_named(tmp_path: Path) -> None:
    content = build_content([chain().extraction()])
    path = tmp_path / "g.sqlite"
    sqlite_store.write(content, path)
    data = bytearray(path.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))
    from ontology.errors import GraphError

    with pytest.raises(GraphError, match="đồ thị hỏng"), Database(path) as database:
        database.counts()
