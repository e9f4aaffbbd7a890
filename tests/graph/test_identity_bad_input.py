"""Names and codes that no honest text has: they get IRIs that can be used, and cost no more than their length."""

from pathlib import Path

import pyoxigraph
import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from hypothesis import given
from hypothesis import strategies as st
from identity_cases import NOWHERE, cited

from graph.content import GraphContent
from graph.identity import build_content
from graph.identity.iris import code_slug, slug
from graph.stores import property_rows, rdf_triples, sqlite_store
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.mentions import Citation, EntityLabel, Mention
from ontology.spans import Span
from ontology.statements import Relation

SAFE = set("abcdefghijklmnopqrstuvwxyz0123456789-")
CODES = ["18-NQ/TW/x", "18#1-NQ/TW", "18-NQ/T%2FW", '18-NQ/"TW"', "18-NQ/<TW>", "18 - NQ/TW", "18-NQ/TW?a=b&c", "18-NQ/../..",
         "18-NQ/T\\W", "18-NQ/TW\u202e", "/", "-", "18-NQ/", "0-NQ/TW", "000/QĐ-UBND", "１８-NQ/TW"]  # fmt: skip


def _subjects(content: GraphContent) -> set[object]:
    """What the graph says something of, read by a parser that refuses IRIs that are none."""
    text = "".join(rdf_triples.triples(content))
    return {triple.subject for triple in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES)}


@pytest.mark.parametrize("code", CODES)
def test_a_strange_code_gets_an_iri_of_plain_segments(code: str) -> None:
    source = Source("x.txt", PHUNG_HIEP)
    source.doc(code, "2022-06-16")
    source.doc(code)
    content = build_content([source.extraction()])
    found, _ = cited(content, 0)
    base, _, path = found.iri.partition("/id/")
    assert base == "https://w3id.org/cuthehoa"
    assert all(segment and set(segment) <= SAFE for segment in path.split("/")), found.iri
    assert pyoxigraph.NamedNode(found.iri) in _subjects(content)


@given(st.text(max_size=120))
def test_any_text_is_one_plain_segment(text: str) -> None:
    for segment in (slug(text), code_slug(text)):
        assert segment
        assert set(segment) <= SAFE
        assert len(segment) <= 100


@pytest.mark.parametrize(("one", "other"), [("5-KH/BĐX", "5-KH/BDX"), ("5#1-KH/BDX", "51-KH/BDX")])
def test_strange_codes_that_fold_alike_stay_apart(one: str, other: str) -> None:
    source = Source("x.txt")
    for code in (one, other):
        source.doc(code, "2022-06-16", kind=None)
    content = build_content([source.extraction()])
    assert cited(content, 0)[0].iri != cited(content, 1)[0].iri


def _everything(name: str, head: Letterhead = PHUNG_HIEP) -> GraphContent:
    """A text that calls everything by one name, with and without details."""
    source = Source("x.txt", head)
    source.doc("5-KH/HU", issuer=name, title=name, term=name, kind=None)
    source.doc(None, issuer=name, name=name, kind=name)
    body = source.org(name)
    source.org(name, f"Ban Thường vụ {name}")
    source.loc(name, "xã")
    source.loc(name, None, name)
    source.says(source.per(name), Relation.HOLDS_POST, body, role=name)
    source.prog(name)
    for label in EntityLabel:
        start = len(source.body)
        source.body += name + "\n"
        source.mentions.append(Mention(label, Span(start, start + len(name)), name, name, None))
    source.mentions.append(Mention(EntityLabel.DOC, Span(0, 1), "", "", Citation(None)))
    return build_content([source.extraction()])


NAMES = [" ", "\n", "#", "%2F", "«»", "“”", "''", "xã", "huyện", "tỉnh", "của", "số", "1", "1.234.567", "a" * 10_000, "Đ" * 10_000,
         "Sở " * 3_333, "huyện Phụng Hiệp " * 600, "Ban, " * 2_000, "giai đoạn 2021 - 2025 " * 450, "“" * 10_000,
         "Tỉnh ủy " * 1_250, "1" * 10_000, "Đảng bộ tỉnh Hậu Giang lần thứ " * 300, "\u0301" * 5_000, "năm 2021, " * 1_000]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda name: f"{name[:12]!r} {len(name)}")
@pytest.mark.parametrize("head", [PHUNG_HIEP, NOWHERE], ids=["known", "nowhere"])
def test_any_name_gives_a_graph_that_every_store_takes(name: str, head: Letterhead, tmp_path: Path) -> None:
    content = _everything(name, head)
    known = {entity.iri for entity in content.entities}
    assert {mention.iri for source in content.sources for mention in source.mentions} <= known
    assert all(len(iri) < 700 for iri in known)
    sqlite_store.write(content, tmp_path / "g.sqlite")
    assert sqlite_store.read_content(tmp_path / "g.sqlite") == content
    assert {pyoxigraph.NamedNode(iri) for iri in known} <= _subjects(content)
    property_rows.relationship_rows(content)


@pytest.mark.parametrize("norm", ["", " "])
@pytest.mark.parametrize("label", EntityLabel)
def test_a_mention_may_be_without_name_and_detail(label: EntityLabel, norm: str) -> None:
    source = Source("x.txt", PHUNG_HIEP, body="…\n")
    source.mentions.append(Mention(label, Span(0, 1), "…", norm, None))
    (mention,) = build_content([source.extraction()]).sources[0].mentions
    assert mention.iri is not None
    assert not mention.iri.endswith("/")


@pytest.mark.parametrize("name", ["", *NAMES], ids=lambda name: f"{name[:12]!r} {len(name)}")
def test_any_name_can_stand_in_a_letterhead(name: str) -> None:
    head = letterhead(name, name, name, name, "2023-02-02", level=Level.DISTRICT, title=name, kind=name, parent=name)
    content = build_content([Source("x.txt", head).extraction()])
    assert len([entity for entity in content.entities if entity.held]) == 1


GROWING = ["Sở ", "huyện Phụng Hiệp ", "Ban, ", "giai đoạn 2021 - 2025 ", "Tỉnh ủy ", "“", "năm 2021, ", "a"]


@pytest.mark.parametrize("part", GROWING)
def test_a_name_of_a_hundred_thousand_letters_is_read_once(part: str) -> None:
    """What grows with the square would take many minutes here."""
    assert _everything(part * (100_000 // len(part))).entities
