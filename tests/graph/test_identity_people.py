"""Who is one person: a name in a body over the years; what no source connects stays apart and is proposed."""

import json
from importlib.resources import files

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import HAU_GIANG, KIEN_XUONG, LONG_MY, district

from graph.content import GraphContent
from graph.identity import build_content
from graph.identity.people import body_of_post
from graph.proposal_values import ProposalReason
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.statements import Modality, Relation

NAME = "Nguyễn Văn An"
TAN_BINH = letterhead("1-BC/ĐU", "Đảng ủy xã Tân Bình", "xã Tân Bình", "tỉnh Hậu Giang", "2024-09-01",
                      level=Level.COMMUNE, parent="Đảng bộ huyện Phụng Hiệp")  # fmt: skip


def _source(file: str, head: Letterhead, *posts: str, name: str = NAME) -> Source:
    """A text that names a person once, with posts in these bodies."""
    source = Source(file, head, body=f"{file}\n")
    person = source.per(name)
    for body in posts:
        source.says(person, Relation.HOLDS_POST, source.org(body), role="Bí thư")
    return source


def _built(*sources: Source) -> GraphContent:
    return build_content(source.extraction() for source in sources)


def _person(content: GraphContent, file: str, mention: int = 0) -> str:
    (source,) = (source for source in content.sources if source.file == file)
    return source.mentions[mention].iri or ""


def _proposed(content: GraphContent) -> bool:
    return any(proposal.reason is ProposalReason.SAME_PERSON_NAME for proposal in content.proposals)


CASES = [
    ("one body over the years", _source("a", district("Phụng Hiệp", "Hậu Giang", "2016"), "Huyện ủy"),
     _source("b", district("Phụng Hiệp", "Hậu Giang", "2023"), "Huyện ủy Phụng Hiệp"), True, False),
    ("two communes of one district at one time", _source("a", PHUNG_HIEP, "Đảng ủy xã Hòa An"),
     _source("b", PHUNG_HIEP, "Đảng ủy xã Tân Bình"), False, False),
    ("two communes at two times", _source("a", PHUNG_HIEP, "Đảng ủy xã Hòa An"),
     _source("b", district("Phụng Hiệp", "Hậu Giang", "2019"), "Đảng ủy xã Tân Bình"), False, True),
    ("two departments at one time", _source("a", HAU_GIANG, "Sở Tài chính"), _source("b", HAU_GIANG, "Sở Y tế"),
     False, True),
    ("two provinces", _source("a", PHUNG_HIEP, "Huyện ủy"), _source("b", KIEN_XUONG, "Huyện ủy"), False, False),
    ("no post in one of two texts", _source("a", PHUNG_HIEP, "Huyện ủy"), _source("b", PHUNG_HIEP), False, True),
    ("no post in two texts of one body", _source("a", PHUNG_HIEP), _source("b", PHUNG_HIEP), True, False),
    ("no post in two districts", _source("a", PHUNG_HIEP), _source("b", LONG_MY), False, True),
    ("the centre", _source("a", PHUNG_HIEP, "Bộ Chính trị"), _source("b", KIEN_XUONG, "Bộ Chính trị"), True, False),
    ("tone marks", _source("a", PHUNG_HIEP, "Huyện ủy", name="Trần Văn Hùng"),
     _source("b", PHUNG_HIEP, "Huyện ủy", name="Trần Văn Hưng"), False, False),
    ("places of tone marks", _source("a", PHUNG_HIEP, "Huyện ủy", name="Trần Thị Hòa"),
     _source("b", PHUNG_HIEP, "Huyện ủy", name="Trần Thị Hoà"), True, False),
    ("national history", _source("a", PHUNG_HIEP, name="Hồ Chí Minh"), _source("b", KIEN_XUONG, name="Hồ Chí Minh"),
     True, False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "one", "other", "same", "proposed"), CASES, ids=[case[0] for case in CASES])
def test_who_is_one_person(case: str, one: Source, other: Source, same: bool, proposed: bool) -> None:
    content = _built(one, other)
    assert (_person(content, "a") == _person(content, "b"), _proposed(content)) == (same, proposed), case


def test_two_posts_of_one_mention_bring_bodies_together() -> None:
    """Neither text alone can tell; a third that gives both posts at once does."""
    one, other = _source("a", PHUNG_HIEP, "Huyện ủy"), _source("b", PHUNG_HIEP, "HĐND huyện")
    assert _person(_built(one, other), "a") != _person(_built(one, other), "b")
    both = _source("c", PHUNG_HIEP, "Huyện ủy", "HĐND huyện")
    content = _built(one, other, both)
    assert _person(content, "a") == _person(content, "b") == _person(content, "c")


def test_the_former_iri_of_a_person_still_leads_to_it() -> None:
    one, other = _source("a", PHUNG_HIEP, "Huyện ủy"), _source("b", PHUNG_HIEP, "HĐND huyện")
    both = _source("c", PHUNG_HIEP, "Huyện ủy", "HĐND huyện")
    before, after = _built(one, other), _built(one, other, both)
    now = _person(after, "a")
    for iri in {_person(before, "a"), _person(before, "b")} - {now}:
        assert (iri, now) in after.aliases


def test_a_name_without_a_post_means_the_one_who_has_one_in_the_same_text() -> None:
    source = _source("a", PHUNG_HIEP, "Huyện ủy")
    again = source.per(NAME)
    content = _built(source)
    assert _person(content, "a") == _person(content, "a", again)
    other = source.per(NAME)
    source.says(other, Relation.HOLDS_POST, source.org("Đảng ủy xã Hòa An"), role="Bí thư")
    content = _built(source)
    people = {_person(content, "a", mention) for mention in (0, again, other)}
    assert len(people) == 3, "with two of that name in the text, it is not known which is meant"


def test_a_post_that_is_denied_still_tells_whose_name_it_is() -> None:
    one = Source("a", PHUNG_HIEP)
    one.says(one.per(NAME), Relation.HOLDS_POST, one.org("Huyện ủy"), role="Bí thư", modality=Modality.NEGATED)
    content = _built(one, _source("b", TAN_BINH, "Huyện ủy"))
    assert _person(content, "a") == _person(content, "b")


@pytest.mark.parametrize(("role", "same"), [("Tổng Bí thư", True), ("Thủ tướng Chính phủ", True), ("Bí thư", False)])
def test_a_post_that_there_is_one_of_names_its_body(role: str, same: bool) -> None:
    sources = [Source("a", PHUNG_HIEP), Source("b", KIEN_XUONG)]
    for source in sources:
        source.says(source.per(NAME), Relation.HOLDS_POST, None, role=role)
    content = _built(*sources)
    assert (_person(content, "a") == _person(content, "b")) == same
    assert content.edges == ()


def test_every_post_of_the_table_is_found_in_its_examples() -> None:
    table = json.loads(files("graph").joinpath("tables/people.json").read_text(encoding="utf-8"))
    for row in table["national_posts"]:
        for example in row["examples"]:
            body = body_of_post(example)
            assert body is not None
            assert body.name == row["body"]
    assert body_of_post("Phó Thủ tướng Chính phủ") is None
    assert body_of_post("Bí thư Huyện ủy") is None
