"""What is made from the vocabulary is what `make docs` would make now."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from ontology.vocabulary_terms import TermKind, read_terms


@pytest.fixture(scope="module")
def script(project_root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_ontology", project_root / "docs" / "update_ontology.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_generated_file_is_up_to_date(script: ModuleType, project_root: Path) -> None:
    made = script.render()
    assert len(made) == 3
    for path, text in made.items():
        assert (project_root / path).read_text("utf-8") == text, f"{path}: make docs"


def test_the_page_has_every_class_and_property(project_root: Path) -> None:
    page = (project_root / "docs" / "ontology.md").read_text("utf-8")
    sections = set(re.findall(r"(?m)^### `cth:(\w+)`$", page))
    wanted = {term.name for term in read_terms() if term.kind is not TermKind.CONCEPT}
    assert sections == wanted
    for link in re.findall(r"\]\(([^)#]+)\)", page):
        assert (project_root / "docs" / link).exists(), link


def test_the_picture_is_well_formed_and_says_what_the_vocabulary_says(script: ModuleType, project_root: Path) -> None:
    root = ElementTree.parse(project_root / "docs" / "images" / "ontology.svg").getroot()  # noqa: S314 - our own file
    texts = {"".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"cth:Document", "cth:Place", "rdf:Statement", "holdsPost"} <= texts
