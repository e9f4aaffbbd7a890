"""The whole program on the graph of the sample corpus."""

import csv
import io
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CommandResult, RunCli

from ui.cli.catalogue import COMMANDS
from ui.cli.command_entry import CommandEntry
from ui.rendering import PROGRAMME_COLUMNS, TRACE_COLUMNS

NEEDS_MORE_THAN_THE_SAMPLE = {"demo", "ui", "serve", "neo4j push"}
"""Their examples open a browser, run until they are stopped, or need a server; they have tests of their own."""


def ask(run_inside: RunCli, graph: Path, *arguments: str) -> CommandResult:
    result = run_inside(*arguments, "--graph", graph)
    assert result.code == 0, result.stderr
    assert result.stderr == ""
    return result


WRONG_WAY = "văn bản cấp trên thực hiện văn bản cấp dưới"
"""The sample corpus holds such a document, which the shapes find."""


def _complaints(result: CommandResult) -> list[str]:
    """What was said on stderr, without how much was checked."""
    lines = [line for line in result.stderr.splitlines() if not line.startswith("Đã kiểm tra")]
    return [line.rpartition(": ")[2] for line in lines]


def test_the_second_build_says_that_nothing_changed(run_inside: RunCli, sample_dir: Path) -> None:
    folder = sample_dir / "huyen-vu-thu"
    first, second = (run_inside("build", folder, "--graph", "g", "--json") for _ in range(2))
    assert (first.code, second.code) == (0, 0), second.stderr
    assert first.json()["changed"] is True
    report = second.json()
    assert report["changed"] is False
    assert report["read"] == []
    assert report["unchanged"] == first.json()["read"]
    assert "không có gì thay đổi: 6 tệp như cũ" in run_inside("build", folder, "--graph", "g").stdout


def test_a_file_that_went_away_leaves_the_graph(run_inside: RunCli, sample_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_dir / "huyen-vu-thu", tmp_path / "văn bản")
    assert run_inside("build", "văn bản", "--graph", "g").code == 0
    gone = tmp_path / "văn bản" / "57-KH-HU_2023-02-10.txt"
    gone.unlink()
    kept = run_inside("build", "văn bản", "--graph", "g", "--keep-missing", "--json").json()
    assert (kept["changed"], kept["removed"]) == (False, [])
    left = run_inside("build", "văn bản", "--graph", "g", "--json").json()
    assert (left["changed"], left["removed"]) == (True, [gone.name])


def test_trace_reaches_the_commune_with_quotes_of_the_source(
    run_inside: RunCli, sample_graph: Path, sample_dir: Path
) -> None:
    trace = ask(run_inside, sample_graph, "trace", "18-NQ/TW", "--date", "2022-06-16", "--json").json()
    nodes = {node["id"]: node for node in trace["nodes"]}
    assert nodes[trace["root"]]["date"] == "2022-06-16"
    steps = {(nodes[e["source"]]["code"], e["relation"], nodes[e["target"]]["code"]) for e in trace["edges"]}
    assert {
        ("139-CTr/TU", "implements", "18-NQ/TW"),
        ("109-KH/HU", "concretizes", "139-CTr/TU"),
        ("27-KH/ĐU", "concretizes", "109-KH/HU"),
    } <= steps
    for edge in trace["edges"]:
        for evidence in edge["evidence"]:
            text = (sample_dir / evidence["file"]).read_bytes().decode("utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_trace_as_text_and_as_csv(run_inside: RunCli, sample_graph: Path) -> None:
    text = ask(run_inside, sample_graph, "trace", "18-NQ/TW", "--date", "16/6/2022").stdout
    assert text.startswith("Nghị quyết 18-NQ/TW (16/6/2022)")
    assert "─ Chương trình 139-CTr/TU (9/11/2022)" in text
    table = ask(run_inside, sample_graph, "trace", "18-NQ/TW", "--date", "16/6/2022", "--csv").stdout
    rows = list(csv.reader(io.StringIO(table)))
    assert tuple(rows[0]) == TRACE_COLUMNS
    assert len(rows) > 3


def test_a_code_of_two_documents_offers_commands_that_work(run_inside: RunCli, sample_graph: Path) -> None:
    result = run_inside("trace", "18-NQ/TW", "--graph", sample_graph)
    assert result.code == 2
    assert result.stdout == ""
    offered = [line.split() for line in result.stderr.splitlines() if line.strip().startswith("cuthehoa ")]
    assert {words[words.index("--date") + 1] for words in offered if "--date" in words} == {"2017-10-25", "2022-06-16"}
    for words in offered:
        assert run_inside(*words[1:]).code == 0


def test_one_code_and_one_day_are_told_apart_by_iri(run_inside: RunCli, sample_graph: Path) -> None:
    result = run_inside("trace", "57-KH/HU", "--date", "10/2/2023", "--graph", sample_graph)
    assert result.code == 2
    offered = [line.split() for line in result.stderr.splitlines() if line.strip().startswith("cuthehoa ")]
    assert len(offered) == 2
    assert all("://" in words[2] for words in offered)
    assert {run_inside(*words[1:]).code for words in offered} == {0}


@pytest.mark.parametrize("place", ["xã Tân Bình", "xa tan binh"])
def test_programmes_of_a_commune(run_inside: RunCli, sample_graph: Path, place: str) -> None:
    rows = ask(run_inside, sample_graph, "programmes", "--place", place, "--json").json()
    assert {row["place"] for row in rows} == {"xã Tân Bình"}
    assert any("nông thôn mới" in row["programme"] for row in rows)
    assert any("cao tốc" in row["programme"] for row in rows)
    assert all(row["evidence"] for row in rows)
    table = ask(run_inside, sample_graph, "programmes", "--place", place, "--csv").stdout
    assert tuple(next(csv.reader(io.StringIO(table)))) == PROGRAMME_COLUMNS


def test_search_and_show(run_inside: RunCli, sample_graph: Path) -> None:
    hits = ask(run_inside, sample_graph, "search", "tan binh", "--kind", "place", "--json").json()
    assert hits[0]["name"] == "xã Tân Bình"
    shown = ask(run_inside, sample_graph, "show", hits[0]["id"], "--json").json()
    assert shown["entity"]["id"] == hits[0]["id"]
    assert {edge["relation"] for edge in shown["incoming"]} >= {"covers"}


def test_the_cascade_is_the_same_in_sparql_cypher_and_trace(run_inside: RunCli, sample_graph: Path) -> None:
    sparql = """
        PREFIX cth: <https://w3id.org/cuthehoa/ns#>
        SELECT ?a ?b WHERE { VALUES ?r { cth:concretizes cth:implements cth:continues } ?a ?r ?b }
    """
    cypher = "MATCH (a:Document)-[:CONCRETIZES|:IMPLEMENTS|:CONTINUES]->(b:Document) RETURN a.iri AS a, b.iri AS b"
    bindings = ask(run_inside, sample_graph, "sparql", sparql, "--json").json()["results"]["bindings"]
    rows = ask(run_inside, sample_graph, "cypher", cypher, "--json").json()
    pairs = {(row["a"]["value"], row["b"]["value"]) for row in bindings}
    assert pairs == {(row["a"], row["b"]) for row in rows}
    assert len(pairs) > 20


def test_a_query_from_a_file_and_from_standard_input(run_inside: RunCli, sample_graph: Path, tmp_path: Path) -> None:
    query = "MATCH (d:Document) RETURN count(*) AS số"
    (tmp_path / "hỏi.cypher").write_text("\ufeff" + query, encoding="utf-8")
    answers = [
        run_inside("cypher", "@hỏi.cypher", "--graph", sample_graph, "--csv"),
        run_inside("cypher", "-", "--graph", sample_graph, "--csv", stdin=query),
        run_inside("cypher", query, "--graph", sample_graph, "--csv"),
    ]
    assert [answer.code for answer in answers] == [0, 0, 0], answers
    assert len({answer.stdout for answer in answers}) == 1


@pytest.mark.parametrize(
    ("query", "form", "answer"),
    [
        ("ASK { ?s ?p ?o }", (), "đúng\n"),
        ("ASK { ?s ?p 'không có' }", ("--json",), '{"head": {}, "boolean": false}\n'),
        ("SELECT ?s WHERE { ?s ?p 'không có' }", (), "Không có kết quả nào.\n"),
    ],
)
def test_forms_of_sparql(
    run_inside: RunCli, sample_graph: Path, query: str, form: tuple[str, ...], answer: str
) -> None:
    assert ask(run_inside, sample_graph, "sparql", query, *form).stdout == answer


def test_a_cut_answer_is_said_to_be_cut(run_inside: RunCli, sample_graph: Path) -> None:
    query = "MATCH (d:Document) RETURN d.iri AS iri"
    result = run_inside("cypher", query, "--limit", "2", "--json", "--graph", sample_graph)
    assert result.code == 0
    assert len(result.json()) == 2
    assert result.stderr.startswith("Chỉ lấy 2 kết quả đầu.")


def test_extract_prints_a_line_for_each_source_in_path_order(run_inside: RunCli, sample_dir: Path) -> None:
    folder = sample_dir / "huyen-vu-thu"
    result = run_inside("extract", folder, "--jsonl")
    assert result.code == 0, result.stderr
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.txt"))
    assert [found["file"] for found in objects] == files
    for found in objects:
        text = (folder / found["file"]).read_bytes().decode("utf-8")
        for entity in found["entities"]:
            assert text[entity["start"] : entity["end"]] == entity["text"]
    assert run_inside("extract", folder, "--jobs", "2").stdout == result.stdout


@pytest.mark.parametrize("file_format", ["ttl", "nq", "jsonld", "graphml", "gexf", "csv"])
def test_export(run_inside: RunCli, sample_graph: Path, tmp_path: Path, file_format: str) -> None:
    target = tmp_path / "ra ngoài" / f"đồ thị.{file_format}"
    target.parent.mkdir()
    result = run_inside("export", file_format, str(target), "--graph", sample_graph)
    assert result.code == 0, result.stderr
    assert set(_complaints(result)) == ({WRONG_WAY} if file_format in ("ttl", "nq", "jsonld") else set())
    names = result.stdout.splitlines()
    assert names
    assert all(Path(name).stat().st_size > 0 for name in names)


HEAVY = {
    "spacy",
    "streamlit",
    "rdflib",
    "networkx",
    "pandas",
    "pyarrow",
    "ladybug",
    "neo4j",
    "vietnamadminunits",
    "rich",
}


@pytest.mark.parametrize(
    "command",
    [["--help"], ["trace", "57-NQ/TW"], ["search", "tan binh"], ["programmes"], ["show", "57-NQ/TW", "--json"]],
    ids=lambda command: command[0],
)
def test_commands_that_only_look_things_up_start_light(
    sample_graph: Path, project_root: Path, command: list[str]
) -> None:
    code = "import json, sys; from ui.cli.program import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "--graph", str(sample_graph), *command],
        cwd=project_root, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert HEAVY & set(done.stderr.split()) == set()


EXAMPLES = [
    pytest.param(example, id=example)
    for entry in COMMANDS
    if entry.name not in NEEDS_MORE_THAN_THE_SAMPLE
    for example in entry.examples
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_help_pages_runs(
    run_inside: RunCli, sample_graph: Path, sample_dir: Path, tmp_path: Path, example: str
) -> None:
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "documents").symlink_to(sample_dir)
    (tmp_path / "examples" / "gold").symlink_to(sample_dir.parent / "gold")
    program, *arguments = shlex.split(example)
    assert program == "cuthehoa"
    graph = sample_graph
    if arguments[0] == "ledger":
        # Decisions are written into the graph's folder.
        graph = tmp_path / "graph"
        shutil.copytree(sample_graph, graph)
        assert run_inside("ledger", "different", "139-CTr/TU", "140-CTr/TU", "--graph", graph).code == 0
    environment = {} if arguments[0] == "build" else {"CUTHEHOA_GRAPH": str(graph)}
    result = run_inside(*arguments, env=environment)
    assert result.code == 0, result.stderr
    assert set(_complaints(result)) <= ({WRONG_WAY} if arguments[0] == "export" else set())
    # All pairs of the sample are decided by the sources themselves; tests/ui/test_cli_proposals.py has some that are not.
    assert "Không có" not in result.stdout or arguments == ["ledger", "proposals"]
    assert "Không tìm thấy" not in result.stdout


def test_the_demo_shows_a_cascade_and_the_next_steps(run_inside: RunCli, tmp_path: Path) -> None:
    result = run_inside("demo", env={"CUTHEHOA_GRAPH": str(tmp_path / "of-somebody")})
    assert result.code == 0, result.stderr
    assert (tmp_path / "cuthehoa-demo" / "CURRENT").is_file()
    assert not (tmp_path / "of-somebody").exists()
    assert "Nghị quyết 18-NQ/TW (16/6/2022)" in result.stdout
    assert "Kế hoạch 27-KH/ĐU" in result.stdout
    steps = result.stdout.partition("Thử tiếp:\n")[2].splitlines()
    assert len(steps) == 4
    for step in steps[1:3]:
        command = step.strip().partition("   ")[0]
        assert run_inside(*shlex.split(command)[1:]).code == 0
    assert run_inside("demo").code == 0


def test_the_demo_spares_another_graph(run_inside: RunCli, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kế hoạch.txt").write_text("Số: 5-KH/HU\nKế hoạch thực hiện Nghị quyết số 18-NQ/TW", "utf-8")
    assert run_inside("build", "mine", "--graph", "g").code == 0
    result = run_inside("demo", "--graph", "g")
    assert result.code == 2
    assert "đã có đồ thị của những văn bản khác (kế hoạch.txt, …)" in result.stderr
    assert [row["name"] for row in run_inside("search", "5-KH/HU", "--graph", "g", "--json").json()]


def test_the_help_of_each_command_stands_alone(run_inside: RunCli) -> None:
    for entry in COMMANDS:
        result = run_inside(*entry.name.split(), "--help")
        assert (result.code, result.stderr) == (0, "")
        assert result.stdout.startswith(f"Cách dùng: cuthehoa {entry.name}")
        _has_everything(entry, result.stdout)


def _has_everything(entry: CommandEntry, page: str) -> None:
    for example in entry.examples:
        assert f"\n  {example}\n" in page
    assert "\n  --help " in page
    assert max(map(len, page.splitlines())) <= 160


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NTM", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"),
        ("nông thôn mới", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"),
        ("NTM 2016-2020", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016-2020"),
    ],
)
def test_a_short_name_finds_its_programme(run_inside: RunCli, sample_graph: Path, typed: str, name: str) -> None:
    first, *_ = json.loads(ask(run_inside, sample_graph, "search", typed, "--json").stdout)
    assert (first["kind"], first["name"], first["score"]) == ("Programme", name, 1.0)
    others = json.loads(ask(run_inside, sample_graph, "search", typed, "--kind", "place", "--json").stdout)
    assert all(row["kind"] == "Place" for row in others)
