"""The words between two citations, as the relation finder reads them."""

import re
from dataclasses import dataclass

from ontology.folding import modern_tones

# "khoản 4 Điều 5 của": the part of a document that is meant stands between a cue and the citation.
_PART = r"(?:điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|tiết|đoạn)"
_BEHIND_PART = r"(?: (?:của|tại|trong|kèm theo))? ?$"
# What tells a part from its like: a number, a Roman numeral, a letter. The three exclude each other, a number takes a
# comma behind it only where all ends, and nothing that was read is given back: were there two ways to read
# "khoản 1, điểm a", a list of n of them that is none at its end would be read in 2ⁿ ways.
_SIGN = (
    rf"(?:[\d./]++(?:,+[\d./]++)*+(?:,+(?={_BEHIND_PART}))?"
    r"|[ivxlc]++(?!\w)|[abdđe-hjkm-uwyz](?!\w))"
)
_LOCATOR = re.compile(
    rf"(?:,? ?(?:và )?(?:của )?(?:các )?{_PART}s? {_SIGN}(?:(?:,|,? và|,? đến) (?:[\d.]++|[a-zđ](?!\w)))*+)++"
    + _BEHIND_PART
)
_PART_WORD = re.compile(rf"{_PART}s? [\w.,/]+(?:[ ,].{{0,60}})?$")
_TIGHT = re.compile(r" ?(?:,|và|, và|cùng với|hoặc) ?(?:các )?")
_LIST = re.compile(r"(?:[;,]| và|; và|, và) ?(?:các |những |một số )?(?:[a-zđ]\) |- )?$")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?] ")


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands before a citation, back to the one before it or to the paragraph's start.

    Args:
        start: Where it starts in the normalised text.
        text: The words in small letters and modern tone placement, character for character as long as the original.
        words: The same without the "khoản 4 Điều 5 của" at its end: what a cue must stand at the end of.
    """

    start: int
    text: str
    words: str

    @property
    def is_tight(self) -> bool:
        """True for a bare comma or "và": two citations that share their place."""
        return _TIGHT.fullmatch(self.text) is not None

    @property
    def goes_on_with_list(self) -> bool:
        """True if the gap ends as the gap between two items of a list does."""
        return _LIST.search(self.text) is not None

    @property
    def is_list_mark(self) -> bool:
        """True if nothing but a list's number or stroke stands before the citation."""
        return not self.text.strip(" -+abcdđeghi)0123456789.")

    def last_sentence(self) -> tuple[int, str]:
        """Return the words behind the last full stop, and where they start in ``words``."""
        start = max((match.end() - 1 for match in _SENTENCE_END.finditer(self.words)), default=0)
        return start, self.words[start:]

    def last_part(self) -> tuple[int, str]:
        """Return the words behind the last full stop or semicolon, and where they start in ``words``."""
        start, _ = self.last_sentence()
        start = max(start, self.words.rfind(";") + 1)
        return start, self.words[start:]


def read_gap(text: str, start: int, end: int) -> Gap:
    """Return the gap ``text[start:end]`` of the normalised text."""
    raw = text[start:end]
    lowered = modern_tones(raw).lower()
    if len(lowered) != len(raw):
        # A capital whose small letter is two characters: rare, and offsets matter more than its case.
        lowered = raw
    words = lowered
    while _PART_WORD.search(words[-100:]) and (shorter := _LOCATOR.sub("", words)) != words:
        words = shorter
    return Gap(start, lowered, words)
