"""The questions that the vocabulary must be able to answer, as SPARQL, with their answers.

``tests/ontology/competency`` holds a small graph (``dataset.ttl``) and for each question a query, which says in its head
what it asks, and its answers on that graph. ``# sample: yes`` stands where the sample corpus has answers as well.
"""

import csv
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from graph.generations import DATABASE
from graph.query import Graph
from graph.stores.rdf_triples import triples
from graph.stores.sqlite_store import read_content
from ontology.vocabulary import NAMESPACE, vocabulary_turtle

HERE = Path(__file__).parent / "competency"
QUESTIONS = sorted(path.stem for path in HERE.glob("*.rq"))
HEAD = re.compile(r"# vi: [^\n]+\?\n# en: [^\n]+\?\n# sample: (yes|no)\n")


def store_of(data: bytes, data_format: RdfFormat) -> Store:
    """The data in the default graph and the vocabulary in its own, as in a graph that was built."""
    store = Store()
    store.load(data, data_format)
    store.load(vocabulary_turtle().encode(), RdfFormat.TURTLE, to_graph=NamedNode(NAMESPACE))
    return store


@pytest.fixture(scope="module")
def dataset() -> Store:
    return store_of((HERE / "dataset.ttl").read_bytes(), RdfFormat.TURTLE)


@pytest.fixture(scope="module")
def sample(sample_graph: Path) -> Store:
    with Graph.open(sample_graph) as opened:
        content = read_content(opened.generation_folder / DATABASE)
    return store_of("".join(triples(content)).encode(), RdfFormat.N_TRIPLES)


def rows(store: Store, name: str) -> list[list[str]]:
    found = store.query((HERE / f"{name}.rq").read_text("utf-8"))
    assert isinstance(found, QuerySolutions)
    heading = [variable.value for variable in found.variables]
    return [heading, *(["" if term is None else str(term.value) for term in row] for row in found)]


def test_each_question_has_its_answers_and_nothing_is_left_over() -> None:
    assert len(QUESTIONS) == 24
    assert sorted(path.stem for path in HERE.glob("*.csv")) == QUESTIONS


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_rightly(name: str, dataset: Store) -> None:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    assert len(expected) > 1, "an answer without rows shows nothing"
    assert rows(dataset, name) == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_answers_on_the_sample_corpus(name: str, sample: Store) -> None:
    head = HEAD.match((HERE / f"{name}.rq").read_text("utf-8"))
    assert head, "a query begins with what it asks, in both languages"
    found = rows(sample, name)
    if head[1] == "yes":
        assert len(found) > 1
