"""The pages about extraction say what the program does: figures, rules, components, examples, links."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from extract.evaluation.annotations import annotated
from extract.pipeline import COMPONENTS
from ontology.mentions import EntityLabel
from ontology.statements import DOCUMENT_RELATIONS

ROOT = Path(__file__).resolve().parents[1]
EXTRACTION = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
ANNOTATION = (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
PYTHON_BLOCKS = re.findall(r"```python\n(.*?)```", EXTRACTION, re.DOTALL)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_figures", ROOT / "docs" / "update_figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def parts(script: ModuleType) -> dict[str, str]:
    found: dict[str, str] = script.render_parts()
    return found


@pytest.mark.parametrize("name", ["figures", "relation-rules", "confidence"])
def test_what_is_published_is_what_is_measured(parts: dict[str, str], name: str) -> None:
    """If this fails after a change of a rule: `make figures`, and look at the difference."""
    published = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", EXTRACTION, re.DOTALL)
    assert published is not None
    assert published[1] == parts[name]
    assert published[1].count("\n") > 10


def test_a_page_without_a_place_for_a_part_is_refused(script: ModuleType) -> None:
    assert script.put_parts("<!-- a -->\nold\n<!-- /a -->", {"a": "new \\1\n"}) == "<!-- a -->\nnew \\1\n<!-- /a -->"
    with pytest.raises(ValueError, match="0 places for a"):
        script.put_parts("nothing", {"a": "new"})


@pytest.mark.parametrize(
    ("block", "answer"),
    [(0, "Kế hoạch 109-KH/HU"), (1, "('Kế hoạch số 12-KH/HU', 'Kế hoạch 12-KH/HU', '2023-04-03')")],
)
def test_the_python_of_the_page_runs(block: int, answer: str) -> None:
    assert len(PYTHON_BLOCKS) == 2
    done = subprocess.run(
        [sys.executable, "-c", PYTHON_BLOCKS[block]],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if block:
        assert answer in done.stdout
    else:
        assert "139-CTr/TU" in done.stdout


def test_every_component_is_described_with_its_config() -> None:
    import spacy

    nlp = spacy.blank("xx")
    for name, _ in COMPONENTS:
        (row,) = [line for line in EXTRACTION.splitlines() if line.startswith(f"| `{name}` |")]
        nlp.add_pipe(name)
        config = set(nlp.get_pipe_config(name)) - {"factory"}
        assert config == set(re.findall(r"`(group|attribute|entities)`", row.split(" | ")[3])), name


def test_the_shape_of_annotations_is_the_one_that_is_read() -> None:
    (block,) = re.findall(r"```json\n(.*?)```", ANNOTATION, re.DOTALL)
    read = annotated(json.loads(block))
    assert len(read.entities) == len(read.relations) == len(read.roles) == len(read.programme_places) == 1


def test_every_label_and_every_relation_has_a_convention() -> None:
    for value in (*EntityLabel, *DOCUMENT_RELATIONS):
        assert f"`{value}`" in ANNOTATION, value


@pytest.mark.parametrize("page", ["extraction.md", "annotation.md", "cli.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
