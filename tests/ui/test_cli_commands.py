"""The commands over a hand-made graph: what they ask of it, what they write where, and how they end."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Collection
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from cascade_values import Cascade

from graph.answers import Direction, Entity, EntityDetails, EntityKind, ProgrammePlace, SearchHit, Trace
from graph.query import Graph
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError, GraphError, UnknownEntityError
from ontology.levels import Level
from ontology.statements import CASCADE, Relation
from ui import rendering
from ui.cli import program


class FakeGraph:
    """Answers from the hand-made cascade and remembers what it was asked."""

    def __init__(self, cascade: Cascade) -> None:
        self.cascade = cascade
        self.asked: dict[str, Any] = {}

    def __enter__(self) -> "FakeGraph":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def resolve(self, code: str, date: PartialDate | None = None) -> Entity:
        self.asked["date"] = date
        found = [e for e in self.cascade.documents if code in (e.code, e.iri) and not e.open]
        found = [e for e in found if date is None or (e.date and e.date.matches(date))]
        if not found:
            raise UnknownEntityError(f"không tìm thấy “{code}” trong đồ thị")
        if len(found) > 1:
            iris = tuple(e.iri for e in found)
            raise AmbiguousEntityError(f"“{code}” có thể là {len(found)} đối tượng", choices=iris, iris=iris)
        return found[0]

    def entity(self, iri: str) -> EntityDetails:
        by_iri = {e.iri: e for e in self.cascade.documents}
        outgoing = tuple(e for e in self.cascade.edges if e.source == iri)
        incoming = tuple(e for e in self.cascade.edges if e.target == iri)
        return EntityDetails(by_iri[iri], outgoing, incoming, by_iri)

    def trace(self, iri: str, **asked: object) -> Trace:
        self.asked |= asked
        return self.cascade.down

    def search(self, text: str, *, kinds: Collection[EntityKind], limit: int) -> tuple[SearchHit, ...]:
        self.asked |= {"kinds": kinds, "limit": limit}
        return (SearchHit(self.cascade.plan, 1.0, 4),)

    def indicators(self, **asked: object) -> tuple[()]:
        return ()

    def programmes(
        self, *, place: str | None, programme: str | None, as_of: object, min_confidence: float | None
    ) -> tuple[ProgrammePlace, ...]:
        assert as_of is None
        self.asked |= {"place": place, "programme": programme, "min_confidence": min_confidence}
        name = Entity("https://example.org/ntm", EntityKind.PROGRAMME, "nông thôn mới")
        where = Entity("https://example.org/tb", EntityKind.PLACE, "xã Tân Bình", place="huyện Phụng Hiệp")
        return (ProgrammePlace(name, where, self.cascade.edges[0].evidence),)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were opened as graphs."""
    return []


@pytest.fixture
def fake(cascade: Cascade, opened: list[Path], monkeypatch: pytest.MonkeyPatch) -> FakeGraph:
    graph = FakeGraph(cascade)

    def open_it(folder: Path) -> FakeGraph:
        opened.append(folder)
        return graph

    monkeypatch.setattr(Graph, "open", open_it)
    monkeypatch.delenv("CUTHEHOA_GRAPH", raising=False)
    return graph


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process: exit code, standard output, standard error."""

    def go(*arguments: str) -> tuple[int, str, str]:
        code = program.run(arguments)
        return code, *capsys.readouterr()

    return go


Run = Callable[..., tuple[int, str, str]]


def test_trace_json_is_one_document(fake: FakeGraph, run: Run) -> None:
    code, out, err = run("trace", "139-CTr/TU", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == rendering.trace_object(fake.cascade.down)


def test_trace_csv_has_a_row_for_each_sentence(fake: FakeGraph, run: Run) -> None:
    code, out, err = run("trace", "139-CTr/TU", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert [row["source_code"] for row in rows] == ["139-CTr/TU", "109-KH/HU", "88-KH/HU"]
    assert rows[0]["quote"] == fake.cascade.edges[0].evidence[0].quote


def test_trace_prints_a_tree(fake: FakeGraph, run: Run) -> None:
    code, out, _ = run("trace", "139-CTr/TU")
    assert code == 0
    assert "└─ Kế hoạch 109-KH/HU (2/2/2023), Huyện ủy Phụng Hiệp · có văn bản" in out


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ((), {"direction": Direction.DOWN, "relations": CASCADE, "min_confidence": None, "date": None}),
        (("--direction", "up"), {"direction": Direction.UP}),
        (("--direction", "BOTH"), {"direction": Direction.BOTH}),
        (("--relation", "implements"), {"relations": (Relation.IMPLEMENTS,)}),
        (("--relation", "linkedWith", "--relation", "based-on"),
         {"relations": (Relation.LINKED_WITH, Relation.BASED_ON)}),
        (("--min-confidence", "0.7"), {"min_confidence": 0.7}),
        (("--min-confidence", "0"), {"min_confidence": 0.0}),
        (("--date", "9/11/2022"), {"date": PartialDate(2022, 11, 9)}),
        (("--date", "2022-11"), {"date": PartialDate(2022, 11)}),
        ((), {"levels": (), "since": None, "until": None, "as_of": None, "max_depth": None}),
        (("--level", "Commune, district", "--level", "commune"), {"levels": (Level.COMMUNE, Level.DISTRICT)}),
        (("--since", "2022", "--until", "6/2023"), {"since": PartialDate(2022), "until": PartialDate(2023, 6)}),
        (("--since", "2022-06-16", "--until", "2022"), {"since": PartialDate(2022, 6, 16), "until": PartialDate(2022)}),
        (("--as-of", "31/12/2022"), {"as_of": dt.date(2022, 12, 31)}),
        (("--as-of", "2022-12"), {"as_of": dt.date(2022, 12, 31)}),
        (("--depth", "2"), {"max_depth": 2}),
    ],
)  # fmt: skip
def test_trace_hands_its_options_on(
    fake: FakeGraph, run: Run, arguments: tuple[str, ...], asked: dict[str, Any]
) -> None:
    assert run("trace", "139-CTr/TU", *arguments)[0] == 0
    assert {name: fake.asked[name] for name in asked} == asked


@pytest.mark.parametrize("command", ["trace", "show"])
def test_several_documents_of_one_code_are_offered(fake: FakeGraph, run: Run, command: str) -> None:
    code, out, err = run(command, "18-NQ/TW", "--graph", "đồ thị")
    assert (code, out) == (2, "")
    assert "Lỗi: “18-NQ/TW” có thể là 2 đối tượng." in err
    assert f"cuthehoa {command} 18-NQ/TW --graph 'đồ thị' --date 2022-06-16\n" in err
    assert f"cuthehoa {command} 18-NQ/TW --graph 'đồ thị' --date 2017-10-25\n" in err
    assert "ngày 25/10/2017, Ban Chấp hành Trung ương" in err


def test_the_offered_date_takes_the_place_of_the_one_typed(fake: FakeGraph, run: Run) -> None:
    code, _, err = run("trace", "18-NQ/TW")
    assert code == 2
    offered = err.splitlines()[2].split()[1:]
    assert run(*offered)[0] == 0


def test_the_choices_are_also_json(fake: FakeGraph, run: Run) -> None:
    code, out, _ = run("trace", "18-NQ/TW", "--json")
    assert code == 2
    answer = json.loads(out)
    assert [choice["date"] for choice in answer["choices"]] == ["2022-06-16", "2017-10-25"]
    assert "có thể là" in answer["error"]


def test_show_json(fake: FakeGraph, run: Run) -> None:
    code, out, _ = run("show", "139-CTr/TU", "--json")
    assert code == 0
    assert json.loads(out)["entity"]["kind"] == "Document"


def test_search(fake: FakeGraph, run: Run) -> None:
    code, out, _ = run("search", "109", "--kind", "document", "--kind", "Place", "--limit", "3", "--json")
    assert code == 0
    assert fake.asked == {"kinds": (EntityKind.DOCUMENT, EntityKind.PLACE), "limit": 3}
    assert json.loads(out)[0]["name"] == "Kế hoạch 109-KH/HU"
    assert run("search", "109", "--csv")[1].startswith("id,kind,code,name")


def test_programmes_hands_its_confidence_on(fake: FakeGraph, run: Run) -> None:
    assert run("programmes", "--min-confidence", "0")[0] == 0
    assert fake.asked["min_confidence"] == 0.0
    code, _, err = run("programmes", "--min-confidence", "2")
    assert code == 2
    assert "--min-confidence: 2" in err


def test_programmes(fake: FakeGraph, run: Run) -> None:
    code, out, _ = run("programmes", "--place", "xa tan binh", "--json")
    assert code == 0
    assert fake.asked == {"place": "xa tan binh", "programme": None, "min_confidence": None}
    (row,) = json.loads(out)
    assert list(row) == ["programme", "place", "evidence", "indicators"]
    assert "  xã Tân Bình (huyện Phụng Hiệp)\n" in run("programmes")[1]


@pytest.mark.parametrize(
    ("before", "after", "environment", "folder"),
    [
        ((), (), None, "cuthehoa-graph"),
        ((), (), "env", "env"),
        (("--graph", "before"), (), "env", "before"),
        (("--graph", "before"), ("--graph", "after"), "env", "after"),
        ((), ("--graph=after",), None, "after"),
    ],
)
def test_where_the_graph_is(
    fake: FakeGraph,
    run: Run,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    before: tuple[str, ...],
    after: tuple[str, ...],
    environment: str | None,
    folder: str,
) -> None:
    if environment:
        monkeypatch.setenv("CUTHEHOA_GRAPH", environment)
    assert run(*before, "search", "109", *after)[0] == 0
    assert opened == [Path(folder)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["trce", "x"], "không có lệnh “trce”. Có phải ý bạn là trace?"),
        (["trace"], "thiếu MÃ|IRI. Xem cách dùng: cuthehoa trace --help"),
        (["trace", "a", "b"], "thừa tham số"),
        (["trace", "a", "--nope"], "không có tùy chọn --nope"),
        (["trace", "a", "--date"], "tùy chọn --date cần một giá trị"),
        (["trace", "a", "--date", "31/2/2022"], "--date: “31/2/2022” không phải là ngày"),
        (
            ["trace", "a", "--direction", "sideways"],
            "--direction: không có giá trị “sideways”. Chọn trong: up, down, both",
        ),
        (["trace", "a", "--relation", "covers"], "--relation: không có giá trị “covers”. Chọn trong: concretizes,"),
        (["trace", "a", "--min-confidence", "1.5"], "--min-confidence: 1.5 nằm ngoài khoảng"),
        (["trace", "a", "--min-confidence", "nan"], "--min-confidence: nan nằm ngoài khoảng"),
        (["trace", "a", "--min-confidence", "nhiều"], "giá trị của --min-confidence phải là một số"),
        (["trace", "a", "--level", "huyện"], "--level: không có giá trị “huyện”. Chọn trong: central, province"),
        (["trace", "a", "--level", "commune,"], "--level: không có giá trị “”"),
        (["trace", "a", "--since", "31/2/2022"], "--since: “31/2/2022” không phải là ngày"),
        (["trace", "a", "--since", "2023", "--until", "2022-12-31"], "--since muộn hơn --until"),
        (["trace", "a", "--depth", "0"], "--depth: 0 nằm ngoài khoảng"),
        (["trace", "a", "--json", "--csv"], "--json và --csv không dùng cùng lúc"),
        (["search", "  "], "chữ cần tìm đang để trống"),
        (["search", "a", "--kind", "sách"], "--kind: không có giá trị “sách”. Chọn trong: document"),
        (["search", "a", "--limit", "0"], "--limit: 0 nằm ngoài khoảng"),
        (["build", "no/such/folder"], "no/such/folder: không có tệp hay thư mục này"),
        (["extract", "no/such/folder"], "no/such/folder: không có tệp hay thư mục này"),
        (["build", ".", "--jobs", "0"], "--jobs: 0 nằm ngoài khoảng"),
        (["ui", "--port", "99999"], "--port: 99999 không phải là số cổng"),
        (["neo4j"], "thiếu tên lệnh"),
        (["trace", "999-NQ/TW"], "không tìm thấy “999-NQ/TW”"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_line(fake: FakeGraph, run: Run, arguments: list[str], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Lỗi: ")
    assert words in err
    assert err.count("\n") == 1


def test_no_graph_ends_with_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> FakeGraph:
        raise GraphError("chưa có đồ thị ở đây", where=folder, todo="Dựng đồ thị trước")

    monkeypatch.setattr(Graph, "open", refuse)
    assert run("search", "a", "--graph", "g") == (2, "", "Lỗi: g: chưa có đồ thị ở đây. Dựng đồ thị trước.\n")


def test_a_fault_of_the_program_is_told_apart(fake: FakeGraph, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(fake, "search", fail)
    code, _, err = run("search", "a")
    assert code == 70
    assert err.count("\n") == 1
    assert "CUTHEHOA_DEBUG=1" in err


def test_interrupted(fake: FakeGraph, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fake, "search", interrupt)
    assert run("search", "a") == (130, "", "Đã dừng theo yêu cầu.\n")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_every_command(run: Run, arguments: list[str]) -> None:
    from ui.cli.catalogue import COMMANDS

    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    for entry in COMMANDS:
        assert f"\n  {entry.name.split()[0]} " in out
