"""The Python interface, and the components as parts of other people's pipelines, each in a process of its own."""

import doctest
import json
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import extract
from extract import read, read_all, read_text
from extract.evaluation import matching
from extract.extractor import Extractor
from extract.pipeline import COMPONENTS
from extract.source import SourceFile, read_source
from ontology.errors import SourceError

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "documents" / "huyen-phung-hiep" / "109-KH-HU_2023-02-02.txt"
TEXT = (
    "Kế hoạch số 12-KH/HU  ngày 03/4/2023 của Huyện ủy về thực hiện Chương trình số 30-CTr/TU. "
    "Đồng chí Lê Văn Tám, Bí thư Đảng ủy. Xã Hoa\u0300 Mỹ đạt chuẩn nông thôn mới."
)
NAMES = [name for name, _ in COMPONENTS]
installed = pytest.mark.skipif(
    not {point.name for point in entry_points(group="spacy_factories")} & set(NAMES),
    reason="cuthehoa is not installed in this environment",
)


@pytest.mark.parametrize("module", [extract, matching])
def test_the_examples_of_the_docstrings(module) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_a_file_is_read_as_by_the_extractor(extractor: Extractor) -> None:
    assert read(SAMPLE) == read(str(SAMPLE)) == extractor.extract(read_source(SourceFile(SAMPLE.name, SAMPLE)))
    assert next(read_all([SAMPLE])) == read(SAMPLE)


def test_offsets_are_of_the_text_given() -> None:
    result = read_text(TEXT)
    assert result.text == TEXT
    assert [mention.text for mention in result.mentions if mention.label == "LOC"] == ["Xã Hoa\u0300 Mỹ"]
    assert all(mention.span.of(TEXT) == mention.text for mention in result.mentions)


def test_what_cannot_be_read_is_an_error_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(SourceError, match="tệp rỗng"):
        read(tmp_path / "a.txt")
    with pytest.raises(SourceError, match="tệp rỗng"):
        list(read_all([tmp_path]))


def test_importing_the_package_loads_no_pipeline() -> None:
    code = "import sys, extract; print(any(name.split('.')[0] in ('spacy', 'numpy') for name in sys.modules))"
    assert python(code) == "False"


def python(code: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env={"PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# --- pipelines of other people ----------------------------------------------------------------------------------------


def test_every_component_has_an_entry_point() -> None:
    """A component that is added to the pipeline needs a factory in extract/factories.py and a line in pyproject.toml."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert list(points["spacy_factories"]) == NAMES
    assert set(points["spacy_factories"].values()) == {
        f"extract.factories:{name.removeprefix('cuthehoa_')}" for name in NAMES
    }


@installed
def test_one_component_in_another_pipeline_without_importing_us(tmp_path: Path) -> None:
    code = f"""
import json, sys, spacy
nlp = spacy.blank("xx")
assert "extract.pipeline" not in sys.modules, "making any pipeline must not load ours"
nlp.add_pipe("cuthehoa_citations")
nlp.to_disk("saved")
docs = [nlp({TEXT!r}), spacy.load("saved")({TEXT!r})]
print(json.dumps([
    [[span.text, span.label_, span._.norm, span._.detail["code"], span._.detail["date"], span._.exact]
     for span in doc.spans["citations"]]
    for doc in docs]))
"""
    first, saved = json.loads(python(code, tmp_path))
    assert first == saved
    (plan, programme) = first
    assert plan == ["Kế hoạch số 12-KH/HU", "DOC", "Kế hoạch 12-KH/HU", "12-KH/HU", "2023-04-03", [0, 20]]
    assert TEXT[slice(*programme[5])] == "Chương trình số 30-CTr/TU"


@installed
def test_the_whole_set_in_another_pipeline_with_its_own_names_on_two_processes(tmp_path: Path) -> None:
    config = {
        "cuthehoa_places": {"group": "nơi"},
        "cuthehoa_mentions": {"entities": True},
        "cuthehoa_relations": {"attribute": "quan_hệ"},
    }
    code = f"""
import json, spacy
from spacy.tokens import Doc
if __name__ == "__main__":
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    for name in {NAMES!r}:
        nlp.add_pipe(name, config={config!r}.get(name, {{}}))
    nlp.to_disk("saved")
    nlp = spacy.load("saved")
    for doc in nlp.pipe([{TEXT!r}, ""], n_process=2):
        doc = Doc(nlp.vocab).from_bytes(doc.to_bytes())
        print(json.dumps([
            [[ent.label_, ent._.norm] for ent in doc.ents], [span.text for span in doc.spans["nơi"]],
            doc._.quan_hệ, doc._.cuthehoa_roles, doc._.cuthehoa_coverage]))
"""
    lines = python(code, tmp_path).splitlines()
    entities, places, relations, roles, coverage = json.loads(lines[0])
    assert entities == [
        ["DOC", "Kế hoạch 12-KH/HU"],
        ["ORG", "Huyện ủy"],
        ["DOC", "Chương trình 30-CTr/TU"],
        ["PER", "Lê Văn Tám"],
        ["ORG", "Đảng ủy"],
        ["LOC", "xã Hòa Mỹ"],
        ["PROG", "nông thôn mới"],
    ]
    assert places == ["Xã Hoa\u0300 Mỹ"]
    (relation,) = relations
    assert relation["type"] == "implements"
    assert TEXT[slice(*relation["head"])] == "Kế hoạch số 12-KH/HU"
    assert TEXT[slice(*relation["tail"])] == "Chương trình số 30-CTr/TU"
    assert TEXT[slice(*relation["sentence"])].endswith("30-CTr/TU.")
    assert [(role["role"], TEXT[slice(*role["person"])]) for role in roles] == [("Bí thư", "Lê Văn Tám")]
    assert [TEXT[slice(*pair["place"])] for pair in coverage] == ["Xã Hoa\u0300 Mỹ"]
    assert json.loads(lines[1]) == [[], [], [], [], []]


@installed
def test_statements_without_the_component_that_chooses_mentions() -> None:
    code = f"""
import spacy
nlp = spacy.blank("xx")
nlp.add_pipe("cuthehoa_citations")
nlp.add_pipe("cuthehoa_relations")
print(nlp({TEXT!r})._.cuthehoa_relations[0]["type"])
"""
    assert python(code) == "implements"


@installed
def test_our_own_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    code = f"""
import spacy
from extract.pipeline import build_pipeline
nlp = build_pipeline()
nlp.to_disk("saved")
loaded = spacy.load("saved")
first, second = nlp({TEXT!r}), loaded({TEXT!r})
assert [t.text for t in first] == [t.text for t in second]
assert "12-KH/HU" in [t.text for t in second]
print([s._.norm for s in first.spans["mentions"]] == [s._.norm for s in second.spans["mentions"]] != [])
"""
    assert python(code, tmp_path) == "True"
