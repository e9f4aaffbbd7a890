"""What a finder hands to the pipeline: a labelled stretch of the normalised text."""

from dataclasses import dataclass

from ontology.mentions import EntityLabel, MentionDetail


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate mention. Offsets refer to the *normalised* text, as everywhere inside the pipeline.

    Args:
        start: Index of the first character in the normalised text.
        end: Index behind the last character.
        label: The kind of entity.
        norm: The normalised surface of the annotation guidelines.
        detail: What the words say, by kind (see ``ontology.mentions.Mention``).
        reach: For a citation, the index behind date, issuer and title that follow it; 0 where nothing was read.
    """

    start: int
    end: int
    label: EntityLabel
    norm: str
    detail: MentionDetail | None = None
    reach: int = 0

    @property
    def stop(self) -> int:
        """The index behind all that belongs to it."""
        return max(self.end, self.reach)
