"""How sure a statement is: the weight of its words, times the weights of what speaks against it.

All features and their weights stand in one list, so that a number in an answer can be told apart into its reasons.
"""

from enum import StrEnum

DEFAULT_MIN_CONFIDENCE = 0.5
"""Below this a statement is kept in the output and in the graph, but ``trace``, ``programmes`` and the pages leave it
out unless they are asked for less: more speaks against it than for it."""


class Feature(StrEnum):
    """What makes a statement less sure than its words alone."""

    SHARED = "shared"
    """The place is that of the item before, shared by a comma, "và" or a list."""
    WORDS_BETWEEN = "words between head and cue"
    """Issuer, title or other words stand between the head and the cue."""
    NO_CODE = "tail without code"
    """The tail is known by its name alone."""
    HEADING = "heading above a list"
    """The cue stands in the line above the list."""
    SHORT_FORM = "head by a short form"
    """The head is named by "Nghị quyết này" or its like."""
    LONG_LEAD = "words between cue and tail"
    """Other documents, without names, stand between the cue and the tail."""
    OCR = "read by OCR"
    """The page was a picture: letters and digits may have been taken for others."""
    LATER_TAIL = "tail later than head"
    """A document is said to carry out one that is younger than itself: one of the dates or the reading is wrong."""


WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (Feature.SHARED, 0.97),
    (Feature.WORDS_BETWEEN, 0.97),
    (Feature.NO_CODE, 0.97),
    (Feature.HEADING, 0.97),
    (Feature.SHORT_FORM, 0.95),
    (Feature.LONG_LEAD, 0.9),
    (Feature.OCR, 0.9),
    (Feature.LATER_TAIL, 0.5),
)
"""Each feature multiplies the weight of the cue's words (``ontology/tables/relation_cues.json``)."""

_BY_FEATURE = dict(WEIGHTS)


def weigh(base: float, *features: Feature) -> float:
    """Return ``base`` times the weights of ``features``, to four decimals.

    >>> weigh(0.95, Feature.SHARED)
    0.9215
    """
    for feature in features:
        base *= _BY_FEATURE[feature]
    return round(base, 4)
