"""Indicators in the graph: kept, asked for by place and programme, and shown."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from command_line import RunCli
from graph_content import BASE, FILES, NEW_COUNTRYSIDE, PLAN_109, TAN_BINH, hand_made_content

from graph.build import build
from graph.content import GraphContent
from graph.database import Database
from graph.indicator_values import GraphIndicator
from graph.places.indicators import indicators
from graph.query import Graph
from graph.stores.sqlite_store import read_content, write
from ontology.dates import PartialDate
from ontology.indicators import Aim, Amount, Bound, Change, UnitKind
from ontology.periods import Period
from ontology.spans import Span
from ontology.statements import Evidence

HEAD = """ĐẢNG BỘ TỈNH HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY PHỤNG HIỆP
*\tPhụng Hiệp, ngày 20 tháng 9 năm 2024
Số 12-BC/HU
BÁO CÁO
Kết quả thực hiện nhiệm vụ 9 tháng năm 2024
-----
"""
BODY = """1. Đảng bộ huyện Phụng Hiệp kết nạp 168 đảng viên mới, đạt 106% chỉ tiêu.
2. Xã Tân Bình đạt 15/19 tiêu chí nông thôn mới.
3. Xây dựng nông thôn mới xã Hòa Mỹ; tỷ lệ hộ nghèo của xã Hòa Mỹ còn 2%.
"""


def _content() -> GraphContent:
    content = hand_made_content()
    source = next(source for source in content.sources if source.file == FILES[0])
    quote = source.text[:4]
    evidence = Evidence(source.file, source.sha256, Span(0, 4), quote, "chi-so-do", 0.95)
    full = GraphIndicator(
        id="a" * 32,
        amount=Amount(Decimal("2.10"), "%", UnitKind.PERCENT, upper=Decimal("3"), per=("năm",), base="%"),
        name="Tỷ lệ hộ nghèo",
        change=Change.DECREASE_TO,
        bound=Bound.UNDER,
        aim=Aim.TARGET,
        document=PLAN_109,
        evidence=evidence,
        origin=Decimal("3.5"),
        basis="kế hoạch",
        place=TAN_BINH,
        period=Period("đến tháng 6/2025", None, PartialDate(2025, 6)),
        programme=NEW_COUNTRYSIDE,
    )
    amount = Amount(Decimal(42), "chỉ tiêu", UnitKind.COUNT, Decimal(50), base="chỉ tiêu")
    bare = replace(full, id="b" * 32, amount=amount, origin=None, basis=None, place=None, period=None, programme=None)
    return replace(content, indicators=(full, bare))


def test_a_database_gives_the_same_indicators_back(tmp_path: Path) -> None:
    content = _content()
    write(content, tmp_path / "graph.sqlite")
    assert read_content(tmp_path / "graph.sqlite") == content


def test_indicators_are_asked_for_by_place_and_programme(tmp_path: Path) -> None:
    write(_content(), tmp_path / "graph.sqlite")
    with Database(tmp_path / "graph.sqlite") as database:
        assert len(indicators(database, None, None)) == 2
        (answer,) = indicators(database, "xa tan binh", "nông thôn mới")
        assert (answer.place and answer.place.iri, answer.programme and answer.programme.iri) == (
            TAN_BINH,
            NEW_COUNTRYSIDE,
        )
        assert indicators(database, TAN_BINH, None) == (answer,)
        assert indicators(database, None, NEW_COUNTRYSIDE) == (answer,)
        assert indicators(database, "xã Hòa Mỹ", None) == ()


@pytest.fixture(scope="module")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indicators")
    (folder / "documents").mkdir()
    (folder / "documents" / "bc.txt").write_text(HEAD + BODY, encoding="utf-8")
    (folder / "documents" / "copy.txt").write_text(HEAD + BODY, encoding="utf-8")
    build([folder / "documents"], folder / "graph", stores={})
    return folder / "graph"


def test_a_graph_answers_with_indicators(graph_folder: Path) -> None:
    with Graph.open(graph_folder) as graph:
        found = graph.indicators()
        assert [(answer.indicator.name, answer.place.name if answer.place else None) for answer in found] == [
            ("Đảng bộ huyện Phụng Hiệp kết nạp đảng viên mới", "huyện Phụng Hiệp"),
            ("Đảng bộ huyện Phụng Hiệp kết nạp đảng viên mới", "huyện Phụng Hiệp"),
            ("Xã Tân Bình đạt tiêu chí nông thôn mới", "xã Tân Bình"),
            ("tỷ lệ hộ nghèo của xã Hòa Mỹ", "xã Hòa Mỹ"),
        ]
        assert [answer.indicator.place_inherited for answer in found] == [True, True, False, False]
        (answer,) = graph.indicators(place="xã Tân Bình", programme="nông thôn mới")
        assert answer.indicator.amount.denominator == 19
        text = graph.source(answer.indicator.evidence.file).text
        assert answer.indicator.evidence.quote == answer.indicator.evidence.span.of(text)


def test_the_same_sources_give_the_same_ids(graph_folder: Path, tmp_path: Path) -> None:
    build([graph_folder.parent / "documents"], tmp_path / "graph", stores={})
    with Graph.open(graph_folder) as one, Graph.open(tmp_path / "graph") as other:
        assert [a.indicator.id for a in one.indicators()] == [a.indicator.id for a in other.indicators()]
        assert len({a.indicator.id for a in one.indicators()}) == len(one.indicators())


def test_programmes_and_show_print_indicators(graph_folder: Path, run_inside: RunCli) -> None:
    def printed(*arguments: str) -> str:
        result = run_inside(*arguments, "--graph", graph_folder)
        assert result.code == 0, result.stderr
        return result.stdout

    rows = json.loads(printed("programmes", "--json"))
    (row,) = (row for row in rows if row["place"] == "xã Tân Bình")
    (number,) = row["indicators"]
    assert (number["value"], number["denominator"], number["unit"]) == ("15", "19", "tiêu chí")
    assert number["evidence"][0]["quote"].startswith("2. Xã Tân Bình")
    shown = json.loads(printed("show", "xã Tân Bình", "--json"))
    assert [item["name"] for item in shown["indicators"]] == ["Xã Tân Bình đạt tiêu chí nông thôn mới"]
    assert "Chỉ tiêu, số liệu:" in printed("show", "xã Tân Bình")
    assert "15/19 tiêu chí" in printed("show", row["programme"])


def test_an_unknown_entity_is_refused(tmp_path: Path) -> None:
    content = _content()
    wrong = replace(content.indicators[0], place=f"{BASE}place/nowhere")
    with pytest.raises(ValueError, match="no such entity"):
        write(replace(content, indicators=(wrong,)), tmp_path / "graph.sqlite")
