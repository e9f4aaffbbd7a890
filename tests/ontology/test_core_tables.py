"""Every example on every row of the domain tables does what its row says."""

import re

import pytest

from extract.components.citations import find_citations
from extract.components.named_documents import find_named_documents
from extract.context import Context
from extract.frame_lines import is_copy_mark
from extract.issuers import looks_like_body
from extract.letterhead import read_letterhead
from extract.lines import Line
from extract.marks import read_secrecy, read_urgency
from extract.normalize import normalize
from extract.organ_lines import read_body
from ontology.citation_words import CitationWord, citation_words
from ontology.codes import DocumentCode
from ontology.confidence import DEFAULT_MIN_CONFIDENCE, WEIGHTS, Feature, weigh
from ontology.document_types import (
    SIDES,
    DocumentType,
    document_types,
    official_type_code,
    type_named,
    types_with_code,
)
from ontology.extraction import Signer
from ontology.laws import abbreviations, law_name_at, laws, named_documents
from ontology.letterhead_words import DegreeRow, letterhead_words
from ontology.levels import Level
from ontology.look_alikes import LookAlike, look_alikes
from ontology.marks import Authority, Secrecy, SecrecyMark, Urgency, UrgencyMark
from ontology.mentions import Citation
from ontology.organs import Organ, OrganScope, organ_of_code, organs
from ontology.relation_cues import Cue, ModalityCue, relation_cues
from ontology.table import read_table, rows

CUES = relation_cues()
GOVERNING_BODIES = rows({"rows": read_table("governing_bodies.json")}, "rows")


def _cited(text: str) -> list[tuple[str, str | None]]:
    found = [*find_citations(text, Context()), *find_named_documents(text, Context())]
    return [(item.norm, item.detail.type if isinstance(item.detail, Citation) else None) for item in found]


@pytest.mark.parametrize(
    ("row", "example"), [(row, example) for row in document_types() for example in row.examples], ids=str
)
def test_an_example_of_a_type_is_a_citation_of_that_type(row: DocumentType, example: str) -> None:
    assert [type_name for _, type_name in _cited(f"Theo {example} thì")] == [row.name]


@pytest.mark.parametrize("row", document_types(), ids=lambda row: row.name)
def test_a_type_is_known_by_its_name_and_codes(row: DocumentType) -> None:
    assert row.examples
    assert row.side in SIDES
    assert type_named(row.name.upper()) is row
    assert all(row in types_with_code(code) for code in row.codes)
    assert all(official_type_code(code.lower()) == official_type_code(code) for code in row.codes)
    assert all(official_type_code(slip) == row.codes[0] for slip in row.slips)


def test_a_longer_type_stands_before_its_own_beginning() -> None:
    names = [row.name for row in document_types()]
    assert len(set(names)) == len(names)
    assert not [
        (name, longer) for i, name in enumerate(names) for longer in names[i + 1 :] if longer.startswith(f"{name} ")
    ]


def test_one_code_may_mean_two_types() -> None:
    assert {"Quy định", "Quyết định"} <= {row.name for row in types_with_code("QĐ")}
    assert types_with_code("XYZ") == ()
    assert official_type_code("XYZ") is None


@pytest.mark.parametrize(("row", "example"), [(row, example) for row in organs() for example in row.examples], ids=str)
def test_an_example_of_an_organ_is_its_code(row: Organ, example: str) -> None:
    organ = DocumentCode.parse(example).organ
    assert organ is not None
    assert organ_of_code(organ) == row


@pytest.mark.parametrize("row", organs(), ids=lambda row: row.code)
def test_an_organ_of_the_nation_has_its_level(row: Organ) -> None:
    assert row.examples
    if row.scope is OrganScope.NATIONAL:
        assert row.level is Level.CENTRAL


def test_organs_are_known_by_case_term_and_department() -> None:
    assert organ_of_code("QH15") == organ_of_code("QH")
    assert organ_of_code("ttg") == organ_of_code("TTg")
    assert organ_of_code("BNN-KHCN") == organ_of_code("BNN")
    assert organ_of_code("KHÔNGCÓ") is None


@pytest.mark.parametrize(
    ("row", "example"), [(row, example) for row in look_alikes() for example in row.examples], ids=str
)
def test_an_example_of_a_look_alike_is_no_citation(row: LookAlike, example: str) -> None:
    assert _cited(f"Xem {example} kèm theo.") == []
    # Without the words before it, the same number may be one: the row is what keeps it out.
    assert row.before in example.casefold()


@pytest.mark.parametrize(("head", "name"), laws())
def test_a_law_is_found_in_a_preamble_and_in_a_sentence(head: str, name: str) -> None:
    assert [norm for norm, _ in _cited(f"Căn cứ {head} {name};")] == [f"{head} {name}"]
    assert _cited(f"theo {head} {name} thì") == [(f"{head} {name}", head)]
    assert law_name_at(head, name.lower()) == name.lower()


def test_laws_stand_once() -> None:
    keys = [(head, name.replace(",", "").lower()) for head, name in laws()]
    assert len(set(keys)) == len(keys) > 250


@pytest.mark.parametrize(("short", "long"), abbreviations().items())
def test_an_abbreviation_stands_for_words_of_laws(short: str, long: str) -> None:
    assert short.isupper()
    assert long.islower()


@pytest.mark.parametrize("example", [(row, example) for row in named_documents() for example in row.examples], ids=str)
def test_an_example_of_a_named_document_cites_it(example: tuple[object, str]) -> None:
    row, text = example
    assert _cited(text) == [(getattr(row, "name"), getattr(row, "type"))]  # noqa: B009 - ids need a plain tuple


@pytest.mark.parametrize("row", GOVERNING_BODIES, ids=lambda row: str(row["head"]))
def test_an_example_of_a_governing_body_is_read(row: dict[str, object]) -> None:
    examples = row["examples"]
    assert isinstance(examples, list)
    assert examples
    for example in examples:
        body = read_body(example)
        assert row["level"] in (None, body.level and body.level.value)
        assert (row["unit"] is None) == (body.place is None)


def _cue_examples() -> list[tuple[str, tuple[Cue, ...], int, str]]:
    groups = {"active": CUES.active, "passive": CUES.passive, "after": CUES.after, "headings": CUES.headings}
    groups["preamble"] = CUES.preamble
    return [
        (f"{name}-{cue.rule}-{example}", cues, index, example)
        for name, cues in groups.items()
        for index, cue in enumerate(cues)
        for example in cue.examples
    ]


@pytest.mark.parametrize(
    ("cues", "index", "example"), [row[1:] for row in _cue_examples()], ids=[r[0] for r in _cue_examples()]
)
def test_an_example_of_a_cue_is_matched_by_its_own_row(cues: tuple[Cue, ...], index: int, example: str) -> None:
    cue, words = cues[index], example.lower()
    match = cue.search(words)
    assert match is not None
    assert match.end() == len(words) or cues in (CUES.after, CUES.headings)
    for earlier in cues[:index]:
        # A row for both heads, or for the same one, that stands before must not take its words for another relation.
        if earlier.head in (cue.head, "any") and earlier.relation is not cue.relation:
            assert earlier.search(words) is None, earlier.rule


@pytest.mark.parametrize(
    "cue", [*CUES.active, *CUES.passive, *CUES.after, *CUES.headings, *CUES.preamble], ids=lambda cue: cue.rule
)
def test_a_cue_has_a_weight_and_examples(cue: Cue) -> None:
    assert 0.5 < cue.weight <= 1
    assert cue.examples
    assert cue.head in ("document", "ground", "title", "self", "any")


def test_rules_have_names_of_their_own() -> None:
    names = [cue.rule for cue in (*CUES.active, *CUES.passive, *CUES.after, *CUES.headings, *CUES.preamble)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("row", "example"), [(row, e) for row in CUES.modalities for e in row.examples], ids=str)
def test_an_example_of_a_modality_is_matched(row: ModalityCue, example: str) -> None:
    assert row.pattern.search(example.lower())


@pytest.mark.parametrize("name", ["linking", "linked", "by_means", "inspected"])
def test_an_example_of_a_frame_is_matched(name: str) -> None:
    table = read_table("relation_cues.json")["frames"]
    assert isinstance(table, dict)
    assert table[name]["examples"]
    assert all(getattr(CUES.frames, name).search(example.lower()) for example in table[name]["examples"])


@pytest.mark.parametrize("row", citation_words().marks, ids=lambda row: row.words)
def test_a_mark_stands_between_type_and_number(row: CitationWord) -> None:
    assert row.examples
    assert all(f" {row.words} số" in example and len(_cited(example)) == 1 for example in row.examples)


@pytest.mark.parametrize(
    "row",
    [*citation_words().numbered_by_year, *citation_words().numbered_by_issuer, *citation_words().numbered_alone],
    ids=lambda row: row.examples[0],
)
def test_an_example_of_a_citation_without_code_is_one(row: CitationWord) -> None:
    assert [type_name for example in row.examples for _, type_name in _cited(example)] == [row.words]


def test_confidence_is_the_product_of_named_weights() -> None:
    assert [feature for feature, _ in WEIGHTS] == list(Feature)
    assert all(0 < weight < 1 for _, weight in WEIGHTS)
    assert weigh(0.9) == 0.9
    assert weigh(0.9, Feature.SHARED, Feature.NO_CODE) == round(
        0.9 * dict(WEIGHTS)[Feature.SHARED] * dict(WEIGHTS)[Feature.NO_CODE], 4
    )


def test_no_row_alone_is_too_doubtful_to_show() -> None:
    cues = (*CUES.active, *CUES.passive, *CUES.after, *CUES.headings, *CUES.preamble)
    usual = [weight for feature, weight in WEIGHTS if feature is not Feature.LATER_TAIL]
    assert min(cue.weight for cue in cues) * min(usual) > DEFAULT_MIN_CONFIDENCE
    assert max(cue.weight for cue in cues) * dict(WEIGHTS)[Feature.LATER_TAIL] < DEFAULT_MIN_CONFIDENCE


def test_words_that_show_nothing_shadow_the_cues() -> None:
    table = read_table("relation_cues.json")
    for pattern, row in zip(CUES.none, rows(table, "none"), strict=True):
        examples = row["examples"]
        assert isinstance(examples, list)
        assert all(pattern.search(example) for example in examples)
    for heading in ("2.2. Kiến nghị thực thi", "Nội dung đề xuất đơn giản hóa:"):
        assert CUES.proposals.search(heading.lower())


def test_the_words_of_letterheads() -> None:
    words = letterhead_words()
    for row in words.frame:
        assert all(re.search(row.words, example) for example in row.examples)
    for row in (*words.units, *words.authorities, *words.posts):
        assert row.examples
        assert all(row.words in example for example in row.examples)
    for row in words.body_heads:
        assert row.examples
        assert all(looks_like_body(Line(0, 1, example)) for example in row.examples)
    for row in words.copies:
        assert row.examples
        assert all(is_copy_mark(Line(0, 1, example)) for example in row.examples)
    for row in words.dependent:
        assert row.examples
        assert all(f"{example.lower()} ".startswith(f"{row.words} ") for example in row.examples)


@pytest.mark.parametrize("row", letterhead_words().secrecy, ids=lambda row: row.words)
def test_a_mark_of_secrecy(row: DegreeRow) -> None:
    for example in row.examples:
        assert read_secrecy([Line(0, 1, example)]) == SecrecyMark(Secrecy(row.meaning), example)


@pytest.mark.parametrize("row", letterhead_words().urgency, ids=lambda row: row.words)
def test_a_mark_of_urgency(row: DegreeRow) -> None:
    for example in row.examples:
        assert read_urgency([Line(0, 1, example)]) == UrgencyMark(Urgency(row.meaning), example)


@pytest.mark.parametrize("row", letterhead_words().abbreviations, ids=lambda row: row.words)
def test_an_abbreviation_in_a_bodys_name_is_written_out(row: DegreeRow) -> None:
    for example in row.examples:
        assert row.meaning in read_body(example).name.lower()


def _signed(foot: str) -> Signer | None:
    text = f"ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\nSố: 5/KH-UBND\nKẾ HOẠCH\nvề việc nước\n\nNội dung.\n\n{foot}\n"
    return read_letterhead(normalize(text)).letterhead.signer


@pytest.mark.parametrize("row", letterhead_words().signing, ids=lambda row: row.words)
def test_an_authority_to_sign(row: DegreeRow) -> None:
    for example in row.examples:
        signer = _signed(f"{example}\nPHÓ CHỦ TỊCH\nTrần Văn Một")
        assert signer is not None
        assert signer.authority == (Authority(row.meaning),)


@pytest.mark.parametrize("example", [example for row in letterhead_words().honours for example in row.examples])
def test_a_title_before_a_name(example: str) -> None:
    signer = _signed(f"GIÁM ĐỐC\n{example}")
    assert signer is not None
    assert signer.title
    assert f"{signer.title} {signer.name}" == example


@pytest.mark.parametrize("example", [example for row in letterhead_words().posts for example in row.examples])
def test_a_post_signs(example: str) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\nSố: 5/KH-UBND\nKẾ HOẠCH\nvề việc nước\n\nNội dung.\n\n{example}\nTrần Văn Một\n"
    )
    signer = read_letterhead(normalize(text)).letterhead.signer
    assert signer is not None
    assert (signer.name, signer.role and signer.role.upper()) == ("Trần Văn Một", example)
