"""The words between two citations, as the relation finder reads them."""

import re
from dataclasses import dataclass

from ontology.folding import modern_tones

# "khoản 4 Điều 5 của": the part of a document that is meant stands between a cue and the citation.
_PART = r"(?:điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|tiết|đoạn)"
# What tells a part from its like: a number, a Roman numeral, a letter. The three exclude each other, and nothing that
# was read is given back: were there two ways to read "khoản 1, điểm a", a list of n of them that is none at its end
# would be read in 2ⁿ ways.
_SIGN = r"(?:[\d./]++(?:,++[\d./]++)*+|[ivxlc]++(?!\w)|[abdđe-hjkm-uwyz](?!\w))"
_LOCATORS = (
    rf"(?:[,;]? ?(?:và )?(?:của )?(?:các )?{_PART}s? {_SIGN}(?:(?:,|,? và|,? đến) (?:[\d.]++|[a-zđ](?!\w)))*+)++"
    r",?(?: (?:của|tại|trong|(?:ban hành )?kèm theo))?"
)
_LOCATOR = re.compile(rf"{_LOCATORS} ?$")
_PART_WORD = re.compile(rf"{_PART}s? [\w.,/]+(?:[ ,].{{0,60}})?$")
_KINDS = (
    r"(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|văn bản)"
    r"(?: của [^;.:,“”]{2,60})? ?: ?"
)
# "Công văn A và ý kiến của Thường trực tại Công văn B".
_SAYING = (
    r"(?:ý kiến(?: chỉ đạo)?|hướng dẫn|chỉ đạo|quy định|kết luận|nội dung|yêu cầu)"
    r"(?: của [^;.:,“”]{2,80})? (?:tại|trong)(?: các)? "
)
_TIGHT = re.compile(
    rf" ?(?:,|và|, và|cùng với|hoặc|,? gồm(?: có)?:?) ?(?:các )?(?:{_KINDS}|{_SAYING})?(?:{_LOCATORS} ?)?"
)
_LIST = re.compile(rf"(?:[;,]| và|; và|, và) ?(?:các |những |một số )?(?:[a-zđ]\) |- )?(?:{_LOCATORS} ?)?$")
_ITEM = re.compile(rf"(?:(?:[a-zđ]|\d{{1,2}})[.)] ?|[-+] ?)?{_LOCATORS} ?")
_OPENING_QUOTE = re.compile(r'(?<![^\s(])"(?=\S)')
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

    def behind(self, position: int) -> "Gap":
        """Return what stands behind a position of the normalised text."""
        cut = position - self.start
        return Gap(position, self.text[cut:], self.words[cut:])

    def before(self, position: int) -> "Gap":
        """Return what stands before a position of the normalised text."""
        cut = position - self.start
        return Gap(self.start, self.text[:cut], self.words[:cut])

    def closes_bracket(self) -> int | None:
        """Return the index behind the bracket that closes in the gap, unless another one opens before it."""
        closing = self.text.find(")") + 1
        return closing if closing and "(" not in self.text[:closing] else None

    @property
    def opens_bracket(self) -> bool:
        """True if the citation behind the gap stands in a bracket that opens in the gap."""
        return self.text.rfind("(") > self.text.rfind(")")

    @property
    def is_tight(self) -> bool:
        """True for a bare comma or "và": two citations that share their place."""
        return _TIGHT.fullmatch(self.text) is not None

    @property
    def starts_with_comma(self) -> bool:
        """True if a comma stands directly behind the citation before."""
        return self.text.lstrip().startswith(",")

    @property
    def goes_on_with_list(self) -> bool:
        """True if the gap ends as the gap between two items of a list does."""
        return _LIST.search(self.text) is not None

    @property
    def is_list_mark(self) -> bool:
        """True if nothing but a list's number or stroke stands before the citation."""
        return not self.text.removesuffix("các ").strip(" -–+abcdđeghi)0123456789.")

    @property
    def is_item(self) -> bool:
        """True if a list's mark and the part that is meant ("c) Khoản 1 Điều 6") stand before the citation."""
        return _ITEM.fullmatch(self.text) is not None

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
    raw = text[start:end].replace("\n", " ")  # only inside a title
    if '"' in raw:
        raw = _OPENING_QUOTE.sub("“", raw).replace('"', "”")
    lowered = modern_tones(raw).lower()
    if len(lowered) != len(raw):
        # A capital whose small letter is two characters: rare, and offsets matter more than its case.
        lowered = raw
    words = lowered
    while _PART_WORD.search(words[-100:]) and (shorter := _LOCATOR.sub("", words)) != words:
        words = shorter
    return Gap(start, lowered, words)
