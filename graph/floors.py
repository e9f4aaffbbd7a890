"""From which confidence on a statement is shown."""

from dataclasses import dataclass

from ontology.confidence import DEFAULT_MIN_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Floor:
    """The least confidence of what is shown.

    Args:
        decided: Of edges whose ends are decided.
        open: Of edges with an end that may mean several documents. Which one is meant is doubtful, and that is shown
            as such; it makes the statement itself no less sure, but its confidence holds both doubts.
    """

    decided: float
    open: float

    def lets_through(self, confidence: float, *, is_open: bool) -> bool:
        """Tell whether an edge of this confidence is shown."""
        return confidence >= (self.open if is_open else self.decided)


def floor_of(min_confidence: float | None) -> Floor:
    """Return the floor that a caller asks for.

    Args:
        min_confidence: One number for all edges; ``None`` for what is shown unless asked for more or less: decided
            edges from ``DEFAULT_MIN_CONFIDENCE`` on, and all open ones.
    """
    if min_confidence is None:
        return Floor(DEFAULT_MIN_CONFIDENCE, 0.0)
    return Floor(min_confidence, min_confidence)
