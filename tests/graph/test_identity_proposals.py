"""Pairs that may be one thing: proposed inside one kind and place, never merged, and never across digits."""

from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source
from identity_cases import HAU_GIANG, KIEN_XUONG, LONG_MY

from graph.answers import Entity, EntityKind
from graph.database import Database
from graph.gaps.open_questions import proposals
from graph.identity import build_content
from graph.identity.proposals import propose
from graph.proposal_values import Proposal, ProposalReason
from graph.stores import sqlite_store
from ontology.dates import PartialDate

BASE = "https://w3id.org/cuthehoa/id/"


def _entity(kind: EntityKind, path: str, name: str, **more: object) -> Entity:
    return Entity(f"{BASE}{kind.value.lower()}/{path}", kind, name, **more)  # type: ignore[arg-type]


def _body(path: str, name: str) -> Entity:
    return _entity(EntityKind.ORGANIZATION, path, name)


CASES = [
    ("a letter", _body("t/a", "Hợp tác xã Kỳ Như"), _body("t/b", "Hợp tác xã Kì Như"), True),
    ("an abbreviation that no table has", _body("t/a", "Trung tâm Văn hóa - Thể thao và Truyền thanh huyện"),
     _body("t/b", "Trung tâm Văn hóa Thể thao và Truyền thanh huyện"), True),
    ("another place", _body("t/a", "Hợp tác xã Kỳ Như"), _body("u/b", "Hợp tác xã Kì Như"), False),
    ("another number", _body("t/a", "Trường Tiểu học Phương Bình 1"), _body("t/b", "Trường Tiểu học Phương Bình 2"),
     False),
    ("a number in one only", _body("t/a", "Trường Tiểu học Phương Bình 1"), _body("t/b", "Trường Tiểu học Phương Bình"),
     False),
    ("another name", _body("t/a", "Hợp tác xã Kỳ Như"), _body("t/b", "Hợp tác xã Tân Lộc"), False),
    ("another kind", _body("t/a", "Hợp tác xã Kỳ Như"), _entity(EntityKind.PROGRAMME, "t/b", "Hợp tác xã Kì Như"), False),
    ("stages of one programme", _entity(EntityKind.PROGRAMME, "p/2016-2020", "Đề án A", stage="2016-2020"),
     _entity(EntityKind.PROGRAMME, "p/2021-2025", "Đề án A", stage="2021-2025"), False),
    ("programmes", _entity(EntityKind.PROGRAMME, "a", "Đề án Hậu Giang xanh"),
     _entity(EntityKind.PROGRAMME, "b", "Đề án “Hậu Giang xanh”"), True),
    ("documents by name", _entity(EntityKind.DOCUMENT, "x/luat-a/undated", "Luật Đất đai"),
     _entity(EntityKind.DOCUMENT, "x/luat-a/2013", "Luật Đất đai", date=PartialDate(2013)), True),
    ("documents by name of two days", _entity(EntityKind.DOCUMENT, "x/luat-a/2024", "Luật Đất đai",
                                              date=PartialDate(2024)),
     _entity(EntityKind.DOCUMENT, "x/luat-a/2013", "Luật Đất đai", date=PartialDate(2013)), False),
    ("documents with codes", _entity(EntityKind.DOCUMENT, "x/18/1", "Nghị quyết 18-NQ/TW", code="18-NQ/TW"),
     _entity(EntityKind.DOCUMENT, "x/18/2", "Nghị quyết 18-NQ/TW", code="18-NQ/TW"), False),
    ("an unknown commune", _entity(EntityKind.PLACE, "chua-ro/tinh-a/xa-minh-quang", "xã Minh Quang"),
     _entity(EntityKind.PLACE, "tinh-a/huyen-b/xa-minh-quang", "xã Minh Quang"), True),
    ("two known communes", _entity(EntityKind.PLACE, "tinh-a/huyen-c/xa-minh-quang", "xã Minh Quang"),
     _entity(EntityKind.PLACE, "tinh-a/huyen-b/xa-minh-quang", "xã Minh Quang"), False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "one", "other", "proposed"), CASES, ids=[case[0] for case in CASES])
def test_what_is_proposed(case: str, one: Entity, other: Entity, proposed: bool) -> None:
    found = propose([one, other], BASE, {})
    assert len(found) == proposed, case
    for proposal in found:
        assert (proposal.one, proposal.other) == tuple(sorted((one.iri, other.iri)))
        assert 0 < proposal.score <= 1
    assert propose([other, one], BASE, {}) == found


def test_proposals_merge_nothing_and_are_read_back_best_first(tmp_path: Path) -> None:
    sources = [Source("a.txt", PHUNG_HIEP), Source("b.txt", LONG_MY), Source("c.txt", HAU_GIANG)]
    for source, names in zip(sources, (("HTX Kỳ Như", "HTX Kì Như"), ("HTX Kỳ Như",), ("Sở Y tế",)), strict=True):
        for name in names:
            source.org(name)
        source.per("Lê Thị Mai")
    content = build_content(source.extraction() for source in sources)
    assert len({m.iri for source in content.sources for m in source.mentions if "Hợp tác xã" in m.name}) == 3
    reasons = [proposal.reason for proposal in content.proposals]
    assert reasons.count(ProposalReason.SIMILAR_NAME) == 1
    assert ProposalReason.SAME_PERSON_NAME in reasons
    sqlite_store.write(content, tmp_path / "g.sqlite")
    assert sqlite_store.read_content(tmp_path / "g.sqlite") == content
    with Database(tmp_path / "g.sqlite") as database:
        found = proposals(database)
        assert sorted(found, key=lambda p: (p.one, p.other)) == list(content.proposals)
        assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
        assert proposals(database, 1) == found[:1]


def test_people_of_two_provinces_are_not_proposed() -> None:
    sources = [Source("a.txt", PHUNG_HIEP), Source("b.txt", KIEN_XUONG)]
    for source in sources:
        source.per("Lê Thị Mai")
    assert build_content(source.extraction() for source in sources).proposals == ()


def test_names_are_compared_with_their_neighbours_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    class Counting:
        @staticmethod
        def normalized_similarity(one: str, other: str, *, score_cutoff: float) -> float:
            nonlocal compared
            compared += 1
            return 0.0

    monkeypatch.setattr("rapidfuzz.distance.Indel", Counting)
    letters = "abcdefghijklmnopqrstuvwxyz"
    bodies = [_body(f"t/{n}", f"Hợp tác xã {letters[n % 26]} {letters[n // 26 % 26] * 2}") for n in range(2000)]
    assert propose(bodies, BASE, {}) == []
    assert compared <= 2000 * 12


@pytest.mark.parametrize("reason", ProposalReason)
def test_every_reason_has_its_words(reason: ProposalReason) -> None:
    assert reason.text
    assert Proposal("a", "b", 0.5, reason).reason is reason
