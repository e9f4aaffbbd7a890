"""An entity stays reachable by the IRIs under which it was known when it was only cited; the past plays no part."""

import sys
from pathlib import Path

import fake_extractor
import pytest
from command_line import RunCli
from hand_made import Source, letterhead
from identity_cases import BASE, HAU_GIANG, KIEN_XUONG, LONG_MY, cited, district

from graph.build import build
from graph.content import GraphContent
from graph.identity import build_content, coded, named_documents
from graph.identity.context import read_context
from graph.identity.references import references_of
from graph.query import Graph
from graph.stores import rdf_triples
from ontology.errors import AmbiguousEntityError, UnknownEntityError
from ontology.extraction import Extraction
from ontology.levels import Level

UNDATED = f"{BASE}huyen-uy-phung-hiep-hau-giang/109-kh-hu/undated"
DATED = f"{BASE}huyen-uy-phung-hiep-hau-giang/109-kh-hu/2023-02-02"


def _held(file: str, date: str | None, title: str | None = None, code: str = "109-KH/HU") -> Source:
    return Source(file, letterhead(code, "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", date,
                                   level=Level.DISTRICT, title=title), body=f"{file}\n")  # fmt: skip


def _reader(*codes: str | None, date: str | None = None, file: str = "x.txt") -> Source:
    source = Source(file, district("Phụng Hiệp", "Hậu Giang"), body=f"{file}\n")
    for code in codes or ("109-KH/HU",):
        source.doc(code, date)
    return source


def _built(*sources: Source) -> GraphContent:
    return build_content(source.extraction() for source in sources)


def _meant(content: GraphContent, iri: str) -> set[str]:
    return {now for alias, now in content.aliases if alias == iri}


def test_cited_first_and_held_later() -> None:
    before, _ = cited(_built(_reader()), 0)
    after = _built(_reader(), _held("held.txt", "2023-02-02"))
    assert before.iri == UNDATED
    assert cited(after, 0)[0].iri == DATED
    assert _meant(after, UNDATED) == {DATED}


@pytest.mark.parametrize(
    ("name", "sources", "meant"),
    [
        ("a year grows to a day", (_reader(date="2023"), _held("h.txt", "2023-02-02")), {DATED}),
        ("two held: open", (_reader(), _held("h.txt", "2023-02-02"), _held("i.txt", "2018-02-02")),
         {DATED, DATED.replace("2023", "2018")}),
    ],
)  # fmt: skip
def test_an_iri_leads_to_all_that_it_may_mean_now(name: str, sources: tuple[Source, ...], meant: set[str]) -> None:
    before, _ = cited(_built(sources[0]), 0)
    after = _built(*sources)
    found = {iri for iri in _meant(after, before.iri) if "/open-" not in iri}
    assert found == meant, name


def test_two_texts_of_one_number_and_day_share_the_iri_of_the_only_one() -> None:
    """Whichever of them was known first: it would be wrong for the old IRI to lead to the other."""
    sources = _held("a.txt", "2023-02-02", "chuyển đổi số trong cơ quan đảng"), _held(
        "b.txt", "2023-02-02", "phòng, chống thiên tai, tìm kiếm cứu nạn")  # fmt: skip
    for one in sources:
        assert _built(one).sources[0].document == DATED
    after = _built(*sources)
    assert _meant(after, DATED) == {source.document for source in after.sources}
    assert len(_meant(after, DATED)) == 2


def test_the_iri_of_an_open_citation_outlives_new_candidates_and_its_decision() -> None:
    candidates = [_held("a.txt", "2023-02-02"), _held("b.txt", "2018-02-02"), _held("c.txt", "2016-02-02")]
    first, _ = cited(_built(_reader(), *candidates[:2]), 0)
    second, _ = cited(_built(_reader(), *candidates), 0)
    assert (first.iri, len(first.candidates), len(second.candidates)) == (second.iri, 2, 3)
    decided = _built(_reader(), candidates[0])
    assert _meant(decided, first.iri) == {DATED}


def test_what_is_an_entity_s_own_iri_is_no_alias() -> None:
    """One text means the dated plan, another one an older, undated plan: the undated IRI is taken."""
    late, early = _reader(), Source("y.txt", district("Phụng Hiệp", "Hậu Giang", "2015"))
    early.doc("109-KH/HU")
    content = _built(late, early, _held("h.txt", "2023-02-02"))
    assert cited(content, 0)[0].iri == DATED
    assert cited(content, 0, "y.txt")[0].iri == UNDATED
    assert _meant(content, UNDATED) == set()


def test_laws_by_name_too() -> None:
    reader, dated = Source("x.txt", LONG_MY), Source("y.txt", KIEN_XUONG)
    reader.doc(None, name="Luật Đất đai", kind="Luật")
    dated.doc(None, "2024-01-18", name="Luật Đất đai", kind="Luật")
    before, _ = cited(_built(reader), 0)
    after = _built(reader, dated)
    assert _meant(after, before.iri) == {cited(after, 0)[0].iri}


def test_the_iri_alone_is_the_iri_in_a_graph_alone() -> None:
    source = Source("x.txt", HAU_GIANG)
    for code in ("18-NQ/TW", "785/QĐ-UBND", "105/2021/NĐ-CP", "9-ĐA/TU", "9-DA/TU", "1/HĐ-UBND", "1/HD-UBND"):
        for date in ("2022-06-16", "2022-06", "2022", None):
            source.doc(code, date, kind=None)
    for name in ("Luật Đất đai", "Chỉ thị số 17", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV", ""):
        source.doc(None, name=name, kind=None)
    extraction = source.extraction()
    references = references_of(0, extraction, read_context(extraction))
    checked = 0
    for reference in references[1:]:
        one = Source("x.txt", HAU_GIANG)
        one.mentions.append(extraction.mentions[reference.mention])
        alone = Extraction("x.txt", extraction.sha256, "utf-8", extraction.text, HAU_GIANG, tuple(one.mentions), ())
        module = coded if reference.register is not None else named_documents
        assert cited(build_content([alone]), 0)[0].iri == BASE + "/".join(module.segments_alone(reference))
        checked += 1
    assert checked == 32


def test_codes_that_differ_in_a_stroke_keep_their_iris_in_any_company() -> None:
    codes = ("9-ĐA/TU", "9-DA/TU")
    alone = []
    for code in codes:
        source = Source("x.txt", HAU_GIANG)
        source.doc(code, "2022-06-16", kind=None)
        alone.append(cited(_built(source), 0)[0].iri)
    source = Source("x.txt", HAU_GIANG)
    for code in codes:
        source.doc(code, "2022-06-16", kind=None)
    content = _built(source)
    assert [cited(content, n)[0].iri for n in (0, 1)] == alone
    assert alone[0] != alone[1]


def test_aliases_are_triples() -> None:
    content = _built(_reader(), _held("held.txt", "2023-02-02"))
    lines = "".join(rdf_triples.triples(content)).splitlines()
    assert f"<{DATED}> <https://w3id.org/cuthehoa/ns#alias> <{UNDATED}> ." in lines
    assert len([line for line in lines if "ns#alias" in line]) == len(content.aliases)


# -- in a graph that is built again ---------------------------------------------------------------------------------------


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts that the fake reader reads; a line is a citation, the first line of a held text its code."""
    monkeypatch.setitem(sys.modules, "extract.extractor", fake_extractor.FakeExtractor())
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


def _build(texts: Path, graph: Path) -> None:
    build([texts], graph, stores={})


def test_the_old_iri_answers_in_the_next_build(texts: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    (texts / "a.txt").write_text("109-KH/HU 2023 concretizes 139-CTr/TU 2022\n", encoding="utf-8")
    _build(texts, graph)
    with Graph.open(graph) as opened:
        old = opened.resolve("109-KH/HU").iri
    (texts / "b.txt").write_text("109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09\n", encoding="utf-8")
    _build(texts, graph)
    with Graph.open(graph) as opened:
        assert old.endswith("/2023")
        assert opened.entity(old).entity.iri == opened.resolve(old).iri == DATED
        assert opened.trace(old).root == DATED
    (texts / "c.txt").write_text("109-KH/HU 2023-07-07 concretizes 139-CTr/TU 2022-11-09\n", encoding="utf-8")
    _build(texts, graph)
    with Graph.open(graph) as opened:
        with pytest.raises(AmbiguousEntityError) as caught:
            opened.entity(old)
        assert {DATED, DATED.replace("02-02", "07-07")} < set(caught.value.iris)
        with pytest.raises(UnknownEntityError):
            opened.entity(f"{old}-x")


def test_the_command_line_shows_old_iris(texts: Path, tmp_path: Path, run_inside: RunCli) -> None:
    graph = tmp_path / "graph"
    (texts / "a.txt").write_text("109-KH/HU 2023 concretizes 139-CTr/TU 2022\n", encoding="utf-8")
    (texts / "b.txt").write_text("109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09\n", encoding="utf-8")
    _build(texts, graph)
    shown = run_inside("show", DATED.replace("2023-02-02", "2023"), "--graph", str(graph), "--json")
    assert (shown.code, shown.json()["entity"]["id"]) == (0, DATED), shown.stderr
    (texts / "c.txt").write_text("109-KH/HU 2023-07-07 concretizes 139-CTr/TU 2022-11-09\n", encoding="utf-8")
    _build(texts, graph)
    refused = run_inside("show", DATED.replace("2023-02-02", "2023"), "--graph", str(graph))
    assert refused.code == 2
    assert DATED in refused.stderr
