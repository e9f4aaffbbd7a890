"""What a finder may know besides the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.found import Found
from extract.signature import Signature
from ontology.extraction import Letterhead


@dataclass(frozen=True, slots=True)
class Context:
    """The reading context of one source.

    Args:
        letterhead: What the document says about itself; completes elliptic names ("Huyện ủy", "huyện").
        citations: The ``DOC`` mentions, which are found first: no other mention lies inside one of them.
        body_start: Where, in the normalised text, the letterhead ends; 0 where there is none.
        signatures: Who signed, with their places in the normalised text.
    """

    letterhead: Letterhead = field(default_factory=Letterhead)
    citations: Sequence[Found] = ()
    body_start: int = 0
    signatures: Sequence[Signature] = ()
