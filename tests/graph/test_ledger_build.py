"""Builds with a ledger: what is written anew, what is read again, what survives other rules."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from fake_extractor import FakeExtractor
from hand_made import Source
from ledger_cases import BASE, decision

from graph import build as build_module
from graph.answers import BuildReport
from graph.build import build, rebuild
from graph.content import GraphContent
from graph.decision_values import DecisionState as State
from graph.generations import live_generation
from graph.identity import build_content
from graph.ledger.deciding import pair_of, thing_of
from graph.ledger.decisions import Act, Decision, Pair, What
from graph.ledger.file import LEDGER, append
from graph.query import Graph
from graph.stores import sqlite_store
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError, GraphError, UnknownEntityError
from ontology.statements import Modality, Relation

LINE = "109-KH/HU 2023-02-02 concretizes 139-CTr/TU 2022-11-09"
OTHER = "110-KH/HU 2023-02-02 implements 140-CTr/TU 2022-11-09"


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    fake = FakeExtractor()
    monkeypatch.setitem(sys.modules, "extract.extractor", fake)
    return fake


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text(LINE, encoding="utf-8")
    (documents / "b.txt").write_text(OTHER, encoding="utf-8")
    return documents


@pytest.fixture
def graph(tmp_path: Path, folder: Path) -> Path:
    """A graph of the two documents."""
    _build(folder, tmp_path / "graph")
    return tmp_path / "graph"


def _build(documents: Path, graph: Path) -> BuildReport:
    return build([documents], graph, stores={})


def _decide(graph: Path, what: What, act: Act) -> Decision:
    return append(graph, what, act, by="Lê Thị B", why=None, base=BASE)


def _same(graph: Path, one: str = "109-KH/HU", other: str = "110-KH/HU", what: What = What.SAME) -> Decision:
    with Graph.open(graph) as opened:
        act = pair_of(opened.resolve(one), opened.resolve(other))
    return _decide(graph, what, act)


def _states(graph: Path) -> list[State]:
    with Graph.open(graph) as opened:
        return [kept.state for kept in opened.decisions()]


def _content(graph: Path) -> GraphContent:
    return sqlite_store.read_content(live_generation(graph).database)


def test_a_new_decision_makes_a_new_generation_and_reads_nothing(
    folder: Path, graph: Path, extractor: FakeExtractor
) -> None:
    extractor.read.clear()
    _same(graph)
    report = _build(folder, graph)
    assert (report.generation, report.changed, report.read) == (2, True, ())
    assert extractor.read == []
    assert _states(graph) == [State.APPLIED]
    assert not _build(folder, graph).changed
    with Graph.open(graph) as opened:
        assert len(opened.documents("109-KH/HU")) == 1
        assert opened.documents("110-KH/HU") == opened.documents("109-KH/HU")


def test_an_alias_leads_to_the_one_that_stands_for_both(folder: Path, graph: Path) -> None:
    with Graph.open(graph) as opened:
        gone = opened.resolve("110-KH/HU").iri
        kept = opened.resolve("109-KH/HU").iri
    _same(graph)
    _build(folder, graph)
    with Graph.open(graph) as opened:
        details = opened.entity(gone)
        assert details.entity.iri == kept
        assert len(details.outgoing) == 2
        assert [each.number for each in details.decisions] == [1]
        assert opened.entity(opened.resolve("140-CTr/TU").iri).decisions == ()


def test_decisions_survive_other_rules_and_other_readers(
    folder: Path, graph: Path, extractor: FakeExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _same(graph)
    with Graph.open(graph) as opened:
        edge = opened.entity(opened.resolve("140-CTr/TU").iri).incoming[0]
        act = opened.rejection(opened.statement(edge.id[:8]))
    _decide(graph, What.REJECT, act)
    _build(folder, graph)
    before = _content(graph)
    monkeypatch.setattr(build_module, "extractor_version", lambda: "other rules")
    extractor.read.clear()
    report = _build(folder, graph)
    assert (report.changed, extractor.read) == (True, ["a.txt", "b.txt"])
    assert _content(graph) == before
    assert _states(graph) == [State.APPLIED, State.APPLIED]
    (rejected,) = [e for e in before.edges if e.modality is Modality.REJECTED]
    assert rejected.relation is Relation.IMPLEMENTS


def test_other_rules_that_read_a_statement_no_more(folder: Path, graph: Path) -> None:
    with Graph.open(graph) as opened:
        edge = opened.entity(opened.resolve("140-CTr/TU").iri).incoming[0]
        act = opened.rejection(edge)
    _decide(graph, What.REJECT, act)
    (folder / "b.txt").write_text(OTHER.replace("implements", "reviews"), encoding="utf-8")
    report = _build(folder, graph)
    assert _states(graph) == [State.NOT_APPLIED]
    assert any("không áp dụng được" in warning for warning in report.warnings)
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    _build(folder, graph)
    assert _states(graph) == [State.APPLIED], "it was kept, and applies again"


def test_a_damaged_line_fails_the_build_as_a_file_would_and_the_rest_is_built(folder: Path, graph: Path) -> None:
    _same(graph)
    with (graph / LEDGER).open("ab") as file:
        file.write(b"hong\n")
    _same(graph, "139-CTr/TU", "140-CTr/TU", What.DIFFERENT)
    report = _build(folder, graph)
    assert len(report.failed) == 1
    assert "dòng 2" in report.failed[0]
    assert _states(graph) == [State.APPLIED, State.APPLIED]
    again = _build(folder, graph)
    assert (again.changed, len(again.failed)) == (False, 1)
    assert b"hong" in (graph / LEDGER).read_bytes()


def test_a_ledger_that_cannot_be_read_leaves_the_graph_as_it_was(folder: Path, graph: Path) -> None:
    (graph / LEDGER).mkdir()
    with pytest.raises(GraphError, match="sổ quyết định"):
        _build(folder, graph)
    with Graph.open(graph) as opened:
        assert opened.generation == 1


# -- rebuild ----------------------------------------------------------------------------------------------------------


def test_rebuild_needs_no_sources(folder: Path, graph: Path, extractor: FakeExtractor) -> None:
    _same(graph)
    for path in folder.iterdir():
        path.unlink()
    extractor.read.clear()
    report = rebuild(graph, stores={})
    assert (report.generation, report.changed, report.read, report.unchanged) == (2, True, (), ("a.txt", "b.txt"))
    assert extractor.read == []
    assert _states(graph) == [State.APPLIED]
    assert not rebuild(graph, stores={}).changed


def test_rebuild_gives_the_graph_that_build_gives(folder: Path, graph: Path) -> None:
    _same(graph)
    rebuild(graph, stores={})
    first = live_generation(graph).database.read_bytes()
    assert not _build(folder, graph).changed
    (graph / "CURRENT").write_text("1\n")
    _build(folder, graph)
    assert live_generation(graph).database.read_bytes() == first


def test_rebuild_by_newer_rules_does_not_pass_old_reading_off_as_new(
    folder: Path, graph: Path, extractor: FakeExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    _same(graph)
    monkeypatch.setattr(build_module, "extractor_version", lambda: "other rules")
    assert rebuild(graph, stores={}).changed
    extractor.read.clear()
    assert _build(folder, graph).changed
    assert extractor.read == ["a.txt", "b.txt"]


def test_rebuild_without_what_was_read(graph: Path) -> None:
    _same(graph)
    next((graph / "sources").iterdir()).unlink()
    with pytest.raises(GraphError, match="không còn giữ được nội dung đã đọc"):
        rebuild(graph, stores={})
    assert live_generation(graph).manifest.generation == 1


def test_rebuild_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="chưa có đồ thị"):
        rebuild(tmp_path / "nothing", stores={})
    assert not (tmp_path / "nothing").exists()


# -- what people type -------------------------------------------------------------------------------------------------


def test_statements_by_id_and_by_their_ends(graph: Path) -> None:
    with Graph.open(graph) as opened:
        edge = opened.entity(opened.resolve("140-CTr/TU").iri).incoming[0]
        for typed in (edge.id, edge.id[:6], edge.id.upper(), f"{BASE}statement/{edge.id}",
                      "110-KH/HU implements 140-CTr/TU", f"{edge.source} implements {edge.target}"):  # fmt: skip
            assert opened.statement(typed) == edge, typed
        for typed in ("", "zz", "0" * 40, "110-KH/HU reviews 140-CTr/TU", "% implements %", edge.id[:5] + "%"):
            with pytest.raises(UnknownEntityError, match="không có phát biểu này"):
                opened.statement(typed)


def test_a_beginning_that_several_share(tmp_path: Path) -> None:
    lines = "\n".join(f"{n}-KH/HU 2023-02-02 implements 140-CTr/TU 2022-11-09" for n in range(40))
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_text(lines, encoding="utf-8")
    _build(tmp_path / "d", tmp_path / "g")
    with Graph.open(tmp_path / "g") as opened:
        ids = [edge.id for edge in opened.entity(opened.resolve("140-CTr/TU").iri).incoming]
        shared = next(key[0] for key in ids if sum(other[0] == key[0] for other in ids) > 1)
        with pytest.raises(AmbiguousEntityError) as raised:
            opened.statement(shared)
        assert all(choice.startswith(shared) for choice in raised.value.choices)


# -- many -------------------------------------------------------------------------------------------------------------


def test_thousands_of_decisions_apply_in_about_linear_time() -> None:
    source = Source("big.txt")
    number = 6_000
    parts = [source.doc(f"{n}-KH/HU", "2023-02-02") for n in range(200)]
    for n in range(0, 200, 2):
        source.says(parts[n], Relation.IMPLEMENTS, parts[n + 1])
    small = source.extraction()
    files = [
        replace(
            small,
            file=f"{f}.txt",
            sha256=f"{f:064x}",
            letterhead=replace(small.letterhead, date=PartialDate(2024), title=f"báo cáo {f}"),
            mentions=tuple(
                replace(m, detail=replace(m.detail, code=f"{n + f * 200}-KH/HU"))  # type: ignore[type-var]
                for n, m in enumerate(small.mentions)
            ),
            statements=tuple(replace(s, evidence=replace(s.evidence, file=f"{f}.txt", source=f"{f:064x}"))
                             for s in small.statements),
        )
        for f in range(number // 200)
    ]  # fmt: skip
    start = time.monotonic()
    before = build_content(files)
    plain = time.monotonic() - start
    plans = [each for each in before.entities if each.code and each.code.endswith("-KH/HU")]
    assert len(plans) == number
    things = [Pair(thing_of(a), thing_of(b)) for a, b in zip(plans[::2], plans[1::2], strict=True)]
    lines = [decision(n, What.SAME if n % 3 else What.DIFFERENT, act) for n, act in enumerate(things, 1)]
    assert len(lines) == number // 2
    start = time.monotonic()
    after = build_content(files, BASE, lines)
    took = time.monotonic() - start
    assert len(after.decisions) == number // 2
    assert len(after.entities) < len(before.entities)
    assert took < 10 * plain + 10, (took, plain)  # quadratic work would take minutes


# -- what was called otherwise ----------------------------------------------------------------------------------------


def test_what_was_called_otherwise_is_found_by_both_names(folder: Path, graph: Path) -> None:
    (folder / "c.txt").write_text("109-KH/HU 2023-02-02 implements 110-KH/UBND 2023-05-05", encoding="utf-8")
    _build(folder, graph)
    with Graph.open(graph) as opened:
        assert opened.resolve("109-KH/HU").iri != opened.resolve("110-KH/HU").iri
        before = opened.search("110-KH/HU")
    _same(graph)
    _build(folder, graph)
    with Graph.open(graph) as opened:
        stands = opened.resolve("109-KH/HU")
        for typed in ("110-KH/HU", "kế hoạch 110-kh/hu", "110 kh hu"):
            assert opened.resolve(typed) == stands, typed
        assert opened.resolve("110-KH/HU", PartialDate(2023, 2, 2)) == stands
        with pytest.raises((UnknownEntityError, AmbiguousEntityError)):
            opened.resolve("110-KH/HU", PartialDate(1999))
        assert opened.documents("110-KH/HU") == (stands,)
        hits = opened.search("110-KH/HU")
        assert (hits[0].entity, hits[0].score) == (stands, before[0].score)
        assert opened.search("110-KH/HU", limit=0) == ()
    content = _content(graph)
    assert [each.code for each in content.former_names] == ["110-KH/HU"]


def test_a_code_that_another_document_still_has_is_told_to_be_of_two(folder: Path, graph: Path) -> None:
    (folder / "c.txt").write_text("110-KH/HU 2020-01-01 implements 140-CTr/TU 2022-11-09", encoding="utf-8")
    _build(folder, graph)
    with Graph.open(graph) as opened:
        act = pair_of(opened.resolve("109-KH/HU"), opened.resolve("110-KH/HU", PartialDate(2023)))
    _decide(graph, What.SAME, act)
    _build(folder, graph)
    with Graph.open(graph) as opened:
        with pytest.raises(AmbiguousEntityError) as raised:
            opened.resolve("110-KH/HU")
        assert len(raised.value.iris) == 2
        assert opened.resolve("110-KH/HU", PartialDate(2023)) == opened.resolve("109-KH/HU")
        assert opened.resolve("110-KH/HU", PartialDate(2020)).code == "110-KH/HU"
