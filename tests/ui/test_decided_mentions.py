"""The reader tells of a citation that a person resolved it."""

from graph.answers import MarkedMention
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ui.parts.reader_text import shown_name


def test_a_mention_that_a_person_decided_says_so() -> None:
    mention = MarkedMention(
        Span(0, 5), EntityLabel.DOC, "Nghị quyết 18-NQ/TW", "https://example.org/a", False, "decided"
    )
    assert shown_name(mention) == "Nghị quyết 18-NQ/TW (do người xác định, ghi trong sổ quyết định)"


def test_others_say_their_name() -> None:
    for rule in ("title", "open", None):
        mention = MarkedMention(Span(0, 5), EntityLabel.DOC, "x", "https://example.org/a", False, rule)
        assert shown_name(mention) == "x"
