"""Traces of every shape as text and as rows of the page: a document that two ways lead to is laid out once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from cascade_values import document, edge

from graph.answers import Direction, Edge, Entity, Trace, TraceNarrowing
from ontology.statements import Relation
from ui.cli.trace_tree import ABOVE, ON_THE_WAY, trace_lines
from ui.parts.cascade import tree_rows


def _shape(*links: str) -> Trace:
    """``2>1``: document 2 carries out document 1, which is the root."""
    names = sorted({name for link in links for name in link.split(">")})
    documents = {name: document(name, f"Kế hoạch {name}-KH/HU", "2023-01-01") for name in names}
    edges: list[Edge] = []
    for link in links:
        head, tail = link.split(">")
        edges.append(edge(documents[head], Relation.IMPLEMENTS, documents[tail], f"{head} thực hiện {tail}"))
    return Trace(documents["1"].iri, tuple(documents.values()), tuple(edges))


def _never(iri: str) -> Entity:
    raise AssertionError(iri)


def _named(lines: Sequence[str], name: str) -> list[str]:
    return [line for line in lines if f"Kế hoạch {name}-KH/HU (" in line]


@pytest.mark.parametrize(
    ("links", "repeated"),
    [
        (["1>1"], {"1"}),
        (["2>1", "1>2"], {"1"}),
        (["2>1", "3>2", "1>3"], {"1"}),
        (["2>1", "3>1", "4>2", "4>3"], {"4"}),
        (["2>1", "3>1", "4>2", "4>3", "5>4"], {"4"}),
        (["2>1", "3>1", "4>2", "5>3"], set()),
    ],
)
def test_what_is_met_again_is_named_and_marked_but_not_laid_out_again(links: list[str], repeated: set[str]) -> None:
    trace = _shape(*links)
    lines = trace_lines(trace, Direction.DOWN, _never)
    rows = list(tree_rows(trace, Direction.DOWN, _never))
    for node in trace.nodes:
        name = (node.code or "").split("-")[0]
        again = name in repeated
        assert [ABOVE in line for line in _named(lines, name)] == [False, True][: 1 + again]
        marks = ["đã nêu ở dòng khác" in row.note for row in rows if row.name == node.name]
        assert marks == [False, True][: 1 + again]
    # Each edge is read once: below the place where what carries out stands.
    assert sum("→" in line for line in lines) == len(links)


def test_two_edges_between_two_documents_are_both_read() -> None:
    trace = _shape("2>1")
    other = replace(trace.edges[0], id="other", relation=Relation.CONTINUES)
    lines = trace_lines(replace(trace, edges=(*trace.edges, other)), Direction.DOWN, _never)
    assert sum("→" in line for line in lines) == 2
    assert sum(ABOVE in line for line in lines) == 2  # the document, and the sentence that both edges share


def test_a_chain_longer_than_pythons_stack_is_laid_out() -> None:
    trace = _shape(*(f"{number + 1}>{number}" for number in range(1, 1200)))
    assert sum("→" in line for line in trace_lines(trace, Direction.DOWN, _never)) == 1199
    assert len(list(tree_rows(trace, Direction.DOWN, _never))) == 1200


def test_what_is_only_on_the_way_is_marked_and_counted() -> None:
    trace = _shape("2>1", "3>2")
    way = trace.nodes[1].iri
    lines = trace_lines(replace(trace, narrowing=TraceNarrowing(frozenset({way}), 2, 1, True)), Direction.DOWN, _never)
    assert [ON_THE_WAY in line for name in "123" for line in _named(lines, name)] == [False, True, False]
    assert lines[-4].startswith("1 văn bản ghi “trên đường đi”")
    assert lines[-3].startswith("2 văn bản không nêu vì chưa rõ")
    assert lines[-2].startswith("1 văn bản được nêu mà không rõ ngày")
    assert lines[-1] == "Còn văn bản ở xa hơn số bước đã chọn."


def test_nothing_found_says_whether_all_was_asked_for() -> None:
    trace = replace(_shape("2>1"), edges=())
    assert "Chưa thấy" in trace_lines(trace, Direction.DOWN, _never)[1]
    narrowed = replace(trace, narrowing=TraceNarrowing(frozenset(), 0, 0, False))
    assert trace_lines(narrowed, Direction.DOWN, _never)[1:] == ["└─ Không có văn bản nào như đã hỏi."]
