"""Bad input of every kind: one Vietnamese line that says what, where and what to do, and nothing is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import CommandResult, RunCli

GOOD = "Số: 5-KH/HU\nKẾ HOẠCH\nthực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022"


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that cannot be used, and words of the message about it."""

    name: str
    content: bytes
    words: tuple[str, ...]


BAD_FILES = [
    BadFile("trống.txt", b"", ("tệp rỗng",)),
    BadFile("chỉ dấu cách.txt", b" \n\t\n", ("tệp rỗng",)),
    BadFile("nhị phân.txt", b"\x7fELF\x02\x00\x00\x01", ("nhị phân",)),
    BadFile("tcvn3.txt", "Quyết định".encode("utf-16-le")[:-1], ("nhị phân",)),
    BadFile("cp1258.txt", b"Ngh\xec quy\xaat s\xf5 18", ("không phải UTF-8", "dòng 1")),
    BadFile("cắt dở.txt", "Nghị quyết số".encode()[:-1], ("không phải UTF-8",)),
    BadFile("văn bản.docx", b"PK\x03\x04", ("tệp hỏng", "Lấy lại bản gốc")),
    BadFile("gói.rar", b"Rar!", ("chưa đọc được định dạng .rar",)),
    BadFile("khổng lồ.txt", b"a " * (25 * 1024 * 1024), ("dài hơn 20 triệu ký tự",)),
]


def one_line(result: CommandResult, code: int, *words: str) -> None:
    """Check that a command said one line about its failure and nothing else."""
    assert result.code == code, result
    assert "Traceback" not in result.stderr
    lines = result.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("Lỗi: ")
    assert lines[0].endswith((".", "--help"))
    for word in words:
        assert word in lines[0]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    (folder / "kế hoạch.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def own_graph(run_inside: RunCli, documents: Path, tmp_path: Path) -> Path:
    """A graph of one document, which tests may damage."""
    folder = tmp_path / "g"
    assert run_inside("build", documents, "--graph", folder).code == 0
    return folder


def live(graph: Path) -> tuple[str, bytes]:
    """What must not change: the live generation and its database."""
    current = (graph / "CURRENT").read_text(encoding="ascii").strip()
    return current, (graph / "generations" / current / "graph.sqlite").read_bytes()


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_among_good_ones(run_inside: RunCli, documents: Path, tmp_path: Path, bad: BadFile) -> None:
    (documents / bad.name).write_bytes(bad.content)
    result = run_inside("build", documents, "--graph", "g")
    one_line(result, 1, bad.name, *bad.words)
    assert "1 tệp không dùng được" in result.stdout
    assert len(run_inside("search", "5-KH/HU", "--graph", "g", "--json").json()) == 1


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_extract_goes_on_behind_a_bad_file(run_inside: RunCli, documents: Path, bad: BadFile) -> None:
    (documents / bad.name).write_bytes(bad.content)
    result = run_inside("extract", documents)
    one_line(result, 1, bad.name, *bad.words)
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["kế hoạch.txt"]


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_alone_leaves_the_live_generation(
    run_inside: RunCli, own_graph: Path, tmp_path: Path, bad: BadFile
) -> None:
    before = live(own_graph)
    (tmp_path / bad.name).write_bytes(bad.content)
    result = run_inside("build", tmp_path / bad.name, "--graph", own_graph)
    assert result.code in (1, 2)
    one_line(result, result.code, bad.name, *bad.words)
    assert live(own_graph) == before


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that even root cannot read")
def test_an_unreadable_file(run_inside: RunCli, documents: Path) -> None:
    (documents / "mật.txt").symlink_to("/proc/self/mem")
    one_line(run_inside("build", documents, "--graph", "g"), 1, "mật.txt", "không mở được")
    one_line(run_inside("extract", documents), 1, "mật.txt", "không mở được")


def test_a_file_that_cannot_be_opened(run_inside: RunCli, documents: Path) -> None:
    (documents / "vòng.txt").symlink_to("vòng.txt")
    result = run_inside("extract", documents / "kế hoạch.txt", documents / "vòng.txt")
    one_line(result, 2, "vòng.txt")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_folder_without_documents(run_inside: RunCli, own_graph: Path, tmp_path: Path, command: str) -> None:
    before = live(own_graph)
    (tmp_path / "rỗng").mkdir()
    (tmp_path / "rỗng" / "bảng.xlsx").write_bytes(b"PK")
    option = ("--graph", own_graph) if command == "build" else ()
    one_line(run_inside(command, "rỗng", *option), 1, "rỗng", "không có văn bản nào")
    assert live(own_graph) == before


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_path_that_does_not_exist(run_inside: RunCli, own_graph: Path, documents: Path, command: str) -> None:
    before = live(own_graph)
    option = ("--graph", own_graph) if command == "build" else ()
    one_line(run_inside(command, documents, "không/có", *option), 2, "không/có", "không có tệp hay thư mục này")
    assert live(own_graph) == before


def _remove(graph: Path) -> None:
    shutil.rmtree(graph)


def _make_file(graph: Path) -> None:
    shutil.rmtree(graph)
    graph.write_text("đây là tệp", encoding="utf-8")


def _empty(graph: Path) -> None:
    shutil.rmtree(graph)
    graph.mkdir()


def _drop_current(graph: Path) -> None:
    (graph / "CURRENT").unlink()


def _scribble_current(graph: Path) -> None:
    (graph / "CURRENT").write_bytes(b"\xff\x00")


def _other_version(graph: Path) -> None:
    path = graph / "generations" / "1" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 999}))


def _break_manifest(graph: Path) -> None:
    (graph / "generations" / "1" / "manifest.json").write_text('{"format": 1, "gen')


def _drop_database(graph: Path) -> None:
    (graph / "generations" / "1" / "graph.sqlite").unlink()


def _cut_database(graph: Path) -> None:
    path = graph / "generations" / "1" / "graph.sqlite"
    path.write_bytes(path.read_bytes()[:-100])


def _flip_database(graph: Path) -> None:
    path = graph / "generations" / "1" / "graph.sqlite"
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    # Turned over, not blanked: a page of a database may be blank there already.
    data[middle : middle + 64] = bytes(byte ^ 0xFF for byte in data[middle : middle + 64])
    path.write_bytes(data)


DAMAGES: list[tuple[Callable[[Path], None], str]] = [
    (_remove, "chưa có đồ thị ở đây"),
    (_make_file, ""),
    (_empty, "chưa có đồ thị ở đây"),
    (_drop_current, "thiếu tệp CURRENT"),
    (_scribble_current, "CURRENT: đồ thị hỏng"),
    (_other_version, "phiên bản"),
    (_break_manifest, "manifest.json: đồ thị hỏng"),
    (_drop_database, "graph.sqlite: đồ thị hỏng"),
    (_cut_database, "graph.sqlite: đồ thị hỏng"),
    (_flip_database, "graph.sqlite: đồ thị hỏng"),
]

ASKING = [
    ("search", "a"),
    ("show", "5-KH/HU"),
    ("trace", "5-KH/HU", "--json"),
    ("programmes",),
    ("sparql", "ASK { ?s ?p ?o }"),
    ("cypher", "RETURN 1 AS a"),
    ("export", "ttl", "ra.ttl"),
    ("ui", "--no-browser"),
    ("serve", "--port", "0"),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGES, ids=lambda value: getattr(value, "__name__", None))
def test_a_missing_or_damaged_graph(
    run_inside: RunCli, own_graph: Path, damage: Callable[[Path], None], words: str
) -> None:
    damage(own_graph)
    result = run_inside("trace", "5-KH/HU", "--graph", own_graph)
    assert result.stdout == ""
    one_line(result, 2, "g", words)


@pytest.mark.parametrize("command", ASKING, ids=lambda command: command[0])
def test_every_command_says_that_there_is_no_graph(
    run_inside: RunCli, tmp_path: Path, command: tuple[str, ...]
) -> None:
    result = run_inside(*command, "--graph", tmp_path / "không có")
    assert result.stdout == ""
    one_line(result, 2, "không có: chưa có đồ thị ở đây", "cuthehoa build")


@pytest.mark.parametrize("store", ["rdf", "property"])
def test_a_damaged_store_beside_the_database(run_inside: RunCli, own_graph: Path, store: str) -> None:
    path = own_graph / "generations" / "1" / store
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    command = ("sparql", "ASK { ?s ?p ?o }") if store == "rdf" else ("cypher", "RETURN 1 AS a")
    one_line(run_inside(*command, "--graph", own_graph), 2, "đồ thị hỏng")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("trace", "999-NQ/TW"), "999-NQ/TW"),
        (("show", "https://example.org/none"), "https://example.org/none"),
        (("trace", "18-NQ/TW' OR 1=1 --"), "không"),
        (("trace", "\x1b[31m18"), "không"),
        (("show", "5-KH/HU", "--date", "1/1/1999"), "5-KH/HU"),
    ],
)
def test_what_the_graph_does_not_know(
    run_inside: RunCli, sample_graph: Path, command: tuple[str, ...], words: str
) -> None:
    result = run_inside(*command, "--graph", sample_graph)
    assert result.stdout == ""
    one_line(result, 2, words)
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("sparql", ""),
        ("sparql", "SELECT * WHERE { ?s ?p "),
        ("sparql", "DELETE WHERE { ?s ?p ?o }"),
        ("sparql", "INSERT DATA { <a:a> <a:b> <a:c> }"),
        ("sparql", "SELECT * WHERE { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }"),
        ("sparql", "LOAD <file:///etc/passwd>"),
        ("sparql", "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }"),
        ("cypher", ""),
        ("cypher", "MATCH (d:Document RETURN d"),
        ("cypher", "MATCH (n:NoSuchLabel) RETURN n"),
        ("cypher", "CREATE (:Document {iri: 'x'})"),
        ("cypher", "MATCH (d:Document) SET d.name = 'x'"),
        ("cypher", "MATCH (d:Document) DETACH DELETE d"),
        ("cypher", "LOAD FROM '/etc/passwd' RETURN *"),
        ("cypher", "COPY (MATCH (d:Document) RETURN d.iri) TO 'out.csv'"),
        ("cypher", "EXPORT DATABASE 'dir'"),
        ("cypher", "RETURN 1; LOAD FROM '/etc/passwd' RETURN *"),
        ("cypher", "INSTALL httpfs"),
    ],
)
def test_a_wrong_or_harmful_query(
    run_inside: RunCli, sample_graph: Path, tmp_path: Path, language: str, query: str
) -> None:
    before = live(sample_graph)
    result = run_inside(language, query, "--graph", sample_graph)
    assert result.stdout == ""
    assert "root:" not in result.stderr
    one_line(result, 2)
    assert live(sample_graph) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("sparql", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"),
        ("cypher", "MATCH p=(a)-[*1..12]-(b) RETURN count(p) AS n"),
    ],
)
def test_a_query_without_end_is_stopped(run_inside: RunCli, sample_graph: Path, language: str, query: str) -> None:
    one_line(run_inside(language, query, "--timeout", "0.5", "--graph", sample_graph, timeout=60), 2, "0.5 giây")


@pytest.mark.parametrize(
    ("argument", "words"),
    [("@không có.rq", "không đọc được tệp câu hỏi"), ("@latin1.rq", "không phải là UTF-8"), ("@.", "không đọc được")],
)
def test_a_query_file_that_cannot_be_read(
    run_inside: RunCli, sample_graph: Path, tmp_path: Path, argument: str, words: str
) -> None:
    (tmp_path / "latin1.rq").write_bytes(b"SELECT '\xe9'")
    one_line(run_inside("sparql", argument, "--graph", sample_graph), 2, argument[1:], words)


@pytest.mark.parametrize(
    ("target", "words"),
    [("không/có/ra.ttl", "không/có/ra.ttl"), (".", "thư mục")],
)
def test_an_export_that_cannot_be_written(run_inside: RunCli, sample_graph: Path, target: str, words: str) -> None:
    one_line(run_inside("export", "ttl", target, "--graph", sample_graph), 2, words)
    one_line(run_inside("export", "pdf", "ra.pdf", "--graph", sample_graph), 2, "“pdf”", "ttl, nq")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
class TestProcesses:
    """What happens to the process itself."""

    def test_a_reader_that_goes_away(self, sample_graph: Path, project_root: Path) -> None:
        # More than any pipe holds.
        query = "UNWIND range(1, 300000) AS x RETURN x AS number"
        program = f"{sys.executable} -m ui.cli cypher '{query}' --limit 1000000 --json --graph '{sample_graph}'"
        command = f"{program} | head -c 20"
        done = subprocess.run(
            ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"],
            cwd=project_root,
            # Unbuffered, Python does not learn that the rest of a broken write was lost.
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.endswith("141\n")

    def test_interrupting_a_query(self, sample_graph: Path, project_root: Path) -> None:
        query = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        process = subprocess.Popen(
            [sys.executable, "-m", "ui.cli", "sparql", query, "--timeout", "60", "--graph", str(sample_graph)],
            cwd=project_root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert (out, err) == ("", "Đã dừng theo yêu cầu.\n")
        # Python may end itself by the signal, which a shell shows as 130 too.
        assert process.returncode in (130, -signal.SIGINT)
