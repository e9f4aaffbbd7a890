"""Laws whose own name says which law they amend: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"."""

import re
from collections.abc import Iterator, Sequence

from extract.found import Found
from ontology.folding import modern_tones

_AMENDING_LAW = re.compile(
    r"^(?:luật |pháp lệnh |bộ luật )?sửa đổi(?:,? ?(?:và )?bổ sung)?(?: một số điều)?(?: của| các)? "
    r"(?P<law>(?:bộ )?luật .+|pháp lệnh .+)"
)
_AND_LAW = re.compile(r"(?:,| và|, và) (?=(?:bộ )?luật |pháp lệnh )")
_NUMBER_PART = re.compile(r" số \d.*$")


def amending_pairs(
    text: str, mentions: Sequence[Found], citations: Sequence[int]
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Find the amending laws and what each amends, as far as the text cites it before.

    Args:
        text: The normalised text.
        mentions: All mentions.
        citations: The indices of those that are documents, in order.

    Yields:
        Indices of the amending law and of the last mention of the amended one, and where the words stand.
    """
    last: dict[str, int] = {}
    for index in citations:
        mention = mentions[index]
        surface = _folded(text[mention.start : mention.end])
        if (amending := _AMENDING_LAW.match(surface)) is not None:
            for law in _AND_LAW.split(amending["law"]):
                if (tail := last.get(law)) is not None:
                    yield index, tail, (mention.start, mention.start + amending.start("law"))
        last[surface] = last[_folded(mention.norm)] = index


def _folded(name: str) -> str:
    """Return a law's name for comparing, without its number."""
    return modern_tones(_NUMBER_PART.sub("", name)).lower()
