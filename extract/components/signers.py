"""Marks the names of those who signed as persons: the place under a post is evidence enough."""

from extract.context import Context
from extract.found import Found
from ontology.mentions import EntityLabel


def find_signers(text: str, context: Context) -> list[Found]:
    """Find the persons who signed.

    Args:
        text: The normalised text.
        context: Its signatures, as the reading of the foot found them.

    Returns:
        Candidates in order of their start.
    """
    found = [
        Found(start, end, EntityLabel.PER, " ".join(text[start:end].split()))
        for start, end in (signature.name for signature in context.signatures)
    ]
    return sorted(found, key=lambda item: item.start)
