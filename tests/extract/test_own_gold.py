"""The project's own annotations hold together: with the texts, with themselves, with what else is known of the texts."""

import json
from pathlib import Path

import pytest

from extract.evaluation import read_gold
from extract.evaluation.annotations import SELF_NAME, Annotated
from extract.evaluation.gold import mismatch
from extract.evaluation.matching import document_key, fold, head_key, tail_key
from extract.evaluation.metrics import pairing_keys
from ontology.mentions import EntityLabel
from ontology.statements import Relation

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "examples" / "gold"
TEXTS = read_gold([GOLD])


def source(text: Annotated) -> str:
    with (ROOT / "examples" / "documents" / text.name).open(encoding="utf-8", newline="") as file:
        return file.read()


def test_how_much_is_annotated() -> None:
    assert len(TEXTS) == len(list(GOLD.iterdir())) == 10
    assert sum(len(text.entities) for text in TEXTS) == 345
    assert sum(len(text.relations) for text in TEXTS) == 42
    labels = {entity.label for text in TEXTS for entity in text.entities}
    assert labels == set(EntityLabel)
    assert {link.type for text in TEXTS for link in text.relations} >= {
        *(Relation.CONCRETIZES, Relation.IMPLEMENTS, Relation.CONTINUES, Relation.REVIEWS, Relation.PURSUANT_TO),
        *(Relation.BASED_ON, Relation.AMENDS, Relation.REPLACES, Relation.GUIDES),
    }


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_annotations_are_of_their_text_flat_and_in_order(text: Annotated) -> None:
    original = source(text)
    assert mismatch(text, original) is None
    position = 0
    for entity in text.entities:
        assert entity.text
        assert entity.start >= position, entity
        assert not original[entity.start].isspace()
        assert not original[entity.end - 1].isspace()
        position = entity.end


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_what_is_related_is_named_in_the_text(text: Annotated) -> None:
    documents = {document_key(entity) for entity in text.entities if entity.label is EntityLabel.DOC}
    for link in text.relations:
        assert tail_key(link) in documents
        assert link.head == SELF_NAME or head_key(link) in documents
        assert link.line is not None
    names = {fold(entity.norm) for entity in text.entities}
    for pair in text.programme_places:
        assert fold(pair.first) in names
        assert fold(pair.second) in names
    for role in text.roles:
        assert fold(role.first) in names


def test_pairs_agree_with_what_was_planted_in_the_texts() -> None:
    """Each pair of ``expected.json`` is annotated; annotations beyond it are known by name."""
    expected = json.loads((ROOT / "examples" / "expected.json").read_text(encoding="utf-8"))
    beyond = set()
    for text in TEXTS:
        planted, doubtful = (
            {
                (fold(row["programme"]), fold(row["place"]))
                for row in expected[key]
                if row["file"] == f"documents/{text.name}"
            }
            for key in ("programme_places", "doubtful_programme_places")
        )
        required = pairing_keys(pair for pair in text.programme_places if not pair.optional)
        assert planted <= required, text.name
        assert not required & doubtful, text.name
        beyond |= required - planted
    assert beyond == {("ocop", "tỉnh hậu giang"), ("nông thôn mới", "xã tân bình")}
