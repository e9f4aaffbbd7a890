"""Findings, indicators and letterheads as RDF, triple by triple."""

from dataclasses import replace
from decimal import Decimal

import pytest
from graph_content import BASE, NEW_COUNTRYSIDE, PLAN_109, PLAN_200, SECRETARY, TAN_BINH, UNPLANNED
from pyoxigraph import QuerySolutions, RdfFormat, Store

from graph.answers import MarkedMention
from graph.content import GraphContent
from graph.exports.validation import validate
from graph.findings import Finding, FindingKind, FindingPlace
from graph.indicator_values import GraphIndicator
from graph.stores.rdf_triples import triples
from ontology.dates import PartialDate
from ontology.extraction import Letterhead, Signer
from ontology.indicators import Aim, Amount, Bound, Change, UnitKind
from ontology.marks import Secrecy, SecrecyMark, Urgency, UrgencyMark
from ontology.mentions import EntityLabel
from ontology.periods import Period
from ontology.spans import Span
from ontology.statements import Evidence

PREFIXES = (
    "PREFIX cth: <https://w3id.org/cuthehoa/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> "
    "PREFIX prov: <http://www.w3.org/ns/prov#>"
)


def person(name: str, iri: str | None) -> MarkedMention:
    return MarkedMention(Span(0, 4), EntityLabel.PER, name, iri, False)


def full(content: GraphContent) -> GraphContent:
    first, second = content.sources
    words = first.text[:13]
    letterhead = Letterhead(
        span=Span(0, 13),
        signers=(Signer("NGUYỄN VĂN A"), Signer("Trần B"), Signer("Lê C")),
        recipients=("Tỉnh ủy", "Lưu Văn phòng", "Tỉnh ủy"),
        secrecy=SecrecyMark(Secrecy.TOP_SECRET, "TUYỆT MẬT"),
        urgency=UrgencyMark(Urgency.TIMED_EXPRESS, "HỎA TỐC HẸN GIỜ"),
    )
    mentions = (
        person("Nguyễn Văn A", SECRETARY),
        person("Trần B", f"{BASE}person/tran-b-1"),
        person("Trần B", f"{BASE}person/tran-b-2"),
        MarkedMention(Span(0, 2), EntityLabel.DOC, "Nghị quyết 8", UNPLANNED, False, "undated"),
    )
    said = Evidence(first.file, first.sha256, Span(4, 13), first.text[4:13], "chi-so-do", 0.85)
    amount = Amount(Decimal("1250"), "triệu đồng", UnitKind.MONEY, upper=Decimal("1300.5"), per=("người", "năm"))
    one = GraphIndicator(
        "00ff", amount, "thu nhập bình quân", Change.LEVEL, Bound.EXACT, Aim.TARGET, PLAN_200, said, place=TAN_BINH,
        period=Period("năm 2025", PartialDate(2025), PartialDate(2025)), programme=NEW_COUNTRYSIDE,
    )  # fmt: skip
    finding = Finding(
        FindingKind.WRONG_WAY, "Ngược cấp: “x”", (PLAN_109, PLAN_200, PLAN_109),
        (FindingPlace(first.file, Span(0, 13), words, 1), FindingPlace(second.file, None, "", None)),
    )  # fmt: skip
    return replace(
        content,
        sources=(replace(first, letterhead=letterhead, mentions=mentions), replace(second, letterhead=letterhead)),
        indicators=(one, replace(one, id="00fe", amount=replace(amount, upper=None), period=None, place=None)),
        findings=(finding, finding),
    )


@pytest.fixture(scope="module")
def store(content: GraphContent) -> Store:
    found = Store()
    lines = "".join(triples(full(content))).splitlines()
    assert len(lines) == len(set(lines)), "a triple comes once"
    found.load("\n".join(lines).encode(), RdfFormat.N_TRIPLES)
    return found


CASES = [
    (f"<{PLAN_200}> cth:signedBy ?a", {(SECRETARY,)}),  # two people are called Trần B, and nobody Lê C
    (f"<{PLAN_200}> cth:recipientName ?a", {("Tỉnh ủy",), ("Lưu Văn phòng",)}),
    (f"<{PLAN_200}> cth:secrecy/^cth:secrecy ?a", {(PLAN_200,), (PLAN_109,)}),
    (f"<{PLAN_109}> cth:urgency ?a", {("https://w3id.org/cuthehoa/ns#urgency-timed-express",)}),
    (f"<{PLAN_200}> cth:describedBy ?d . ?d cth:rule ?a ; cth:confidence ?b ; oa:hasTarget/oa:hasSelector/oa:exact ?c", {("held", "1", "Số: 109-KH/HU")}),
    (f"<{UNPLANNED}> cth:mentionedIn ?a", set()),  # a statement is about it
    ("?a a cth:Indicator", {(f"{BASE}indicator/00ff",), (f"{BASE}indicator/00fe",)}),
    (f"<{BASE}indicator/00ff> cth:value ?a ; cth:upperValue ?b ; cth:unit ?c", {("1250", "1300.5", "triệu đồng/người/năm")}),
    (f"<{BASE}indicator/00ff> cth:ofPlace ?a ; cth:ofProgramme ?b ; cth:period ?c", {(TAN_BINH, NEW_COUNTRYSIDE, "năm 2025")}),
    (f"<{BASE}indicator/00ff> cth:aim ?a ; cth:statedIn ?b ; cth:rule ?c", {("https://w3id.org/cuthehoa/ns#aim-target", PLAN_200, "chi-so-do")}),
    (f"<{BASE}indicator/00fe> cth:upperValue|cth:period|cth:ofPlace ?a", set()),
    (f"<{BASE}indicator/00ff> cth:evidence/^cth:evidence ?a", {(f"{BASE}indicator/00ff",), (f"{BASE}indicator/00fe",)}),
    ("?f a cth:Finding ; cth:findingKind ?a ; cth:message ?b", {("https://w3id.org/cuthehoa/ns#finding-wrong-way", "Ngược cấp: “x”")}),
    ("?f cth:concerns ?a", {(PLAN_109,), (PLAN_200,)}),
    ("?f cth:shownBy/oa:hasTarget/oa:hasSelector/oa:exact ?a", {("Số: 109-KH/HU",)}),
    ("?f cth:shownBy/prov:wasDerivedFrom/cth:file ?a", {("huyện/kế hoạch 109.txt",), ("huyện/100% #1 báo cáo?.txt",)}),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), CASES)
def test_what_is_said(pattern: str, expected: set[tuple[str, ...]], store: Store) -> None:
    names = [name for name in "abc" if f"?{name}" in pattern.replace("?a a", "?a")]
    found = store.query(f"{PREFIXES} SELECT DISTINCT {' '.join(f'?{name}' for name in names)} WHERE {{ {pattern} }}")
    assert isinstance(found, QuerySolutions)
    assert {tuple(str(row[name].value) for name in names) for row in found} == expected


def test_it_conforms_to_the_shapes(content: GraphContent) -> None:
    kept = full(content)
    assert validate(triples(kept)).violations == ()


def test_what_no_statement_is_about_leads_to_its_files(content: GraphContent) -> None:
    bare = replace(full(content), edges=())
    text = "".join(triples(bare))
    assert f"<{UNPLANNED}> <https://w3id.org/cuthehoa/ns#mentionedIn>" in text
    assert f"<{PLAN_109}> <https://w3id.org/cuthehoa/ns#mentionedIn>" not in text, "a held document has its own file"
