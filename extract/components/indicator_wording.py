"""The words around a number: what links it with its subject, what says more of it, and what is no part of either."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.components.indicator_clauses import Word, words_of_part
from extract.components.indicator_numbers import Number, decimal_of
from extract.components.indicator_periods import period_at
from ontology.indicator_words import indicator_words
from ontology.indicators import Bound, Change

LONGEST_PHRASE = 4
_LONGEST_COMPLEMENT = 14
_LONGEST_BEHIND = 160
_ORIGIN_REACH = 90
# "từ 3,5% năm 2023 xuống còn", behind which the number follows.
_FROM = re.compile(
    r"từ (?:mức )?(?P<n>\d[\d.]*(?:,\d+)?)(?: ?%| ?[^\W\d]+(?: [^\W\d]+){0,3}?)?(?: \(?(?:đầu |cuối )?năm \d{4}\)?)?"
    r",? (?:xuống|lên|còn|giảm|tăng|thành)(?: (?:còn|chỉ|lên|xuống|đến|thành|đạt))*$"
)
_PUNCTUATION = "“”\"'‘’.,;*|"
_BASIS_STOPS = frozenset({"và", "với", "trong", "nhưng", "tăng", "giảm", "do", "để", "đạt", "vượt", "bằng"})


@dataclass(slots=True)
class Links:
    """What the words between subject and number say.

    Args:
        change: Level or change, or ``None`` where they say neither.
        bound: How exact, or ``None``.
        achieved: Something is said to be reached.
        share: What follows the number is the whole of which it is a share.
        any: There are such words at all.
        plain: There are others than those that only tell how exact the number is.
        whole: The document's own unit is said to have the things counted (``toàn huyện có``).
        begun: The words before the number begin with an adverb or the like: the clause begins there.
    """

    change: Change | None = None
    bound: Bound | None = None
    achieved: bool = False
    share: bool = False
    any: bool = False
    plain: bool = False
    whole: bool = False
    begun: bool = False


def phrase(words: Sequence[Word]) -> str:
    """Return words as the tables write them."""
    return " ".join([word.key for word in words]).strip(_PUNCTUATION)


def is_word(word: Word) -> bool:
    """Tell whether a word is more than marks."""
    return word.key.strip(_PUNCTUATION).replace("-", "").isalnum()


def has_digit(words: Sequence[Word]) -> bool:
    """Tell whether a number stands among words."""
    return any(char.isdigit() for word in words for char in word.key)


def without_links(words: list[Word]) -> tuple[list[Word], Links]:
    """Take the words that link subject and number from the end: ``Tỷ lệ hộ nghèo`` *giảm còn*."""
    table = indicator_words().links
    links = Links()
    while words:
        for count in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            link = table.get(phrase(words[-count:]))
            if link is not None:
                break
        else:
            return words, links
        links.any = True
        links.plain |= link.bound is None
        if links.change is None and link.change is not Change.LEVEL:
            links.change = link.change
        links.bound = links.bound or link.bound
        links.achieved |= link.achieved
        links.share |= link.share
        words = words[:-count]
    return words, links


def without_leads(text: str, words: list[Word]) -> list[Word]:
    """Take adverbs, periods and the like from the beginning."""
    leads = indicator_words().leads
    while words:
        period = period_at(text, words[0].start)
        if period is not None:
            words = [word for word in words if word.start >= period[0]]
            continue
        for count in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            if phrase(words[:count]) in leads:
                words = words[count:]
                break
        else:
            return words
    return words


def is_conditional(words: Sequence[Word]) -> bool:
    """Tell whether what a clause says holds only under a condition (``nếu trừ …``)."""
    conditions = indicator_words().conditions
    return any(phrase(words[:count]) in conditions for count in (1, 2))


def content(words: list[Word]) -> list[Word]:
    """Return words that name something; none where only function words are there."""
    functions = indicator_words().function_words
    if not any(is_word(word) and phrase([word]) not in functions for word in words):
        return []
    while words and not is_word(words[0]):
        words = words[1:]
    return words


def names_measure(words: Sequence[Word], *, first: bool = False) -> bool:
    """Tell whether words name a measure; with ``first``, whether they begin with its name."""
    measures = indicator_words().measures
    return any(
        phrase(words[index : index + count]) in measures
        for index in range(1 if first else len(words))
        for count in range(1, LONGEST_PHRASE)
    )


def origin_before(text: str, start: int, number: Number) -> tuple[Decimal, int] | None:
    """Return the value before a change that stands before a number, and where its words begin.

    Args:
        text: The normalised text.
        start: Where the number's clause begins.
        number: The number.
    """
    nearest = max(start, number.start - _ORIGIN_REACH)
    match = _FROM.search(text[nearest : number.start].lower().rstrip())
    return (decimal_of(match["n"]), nearest + match.start()) if match else None


def words_behind(text: str, number: Number, end: int) -> list[Word]:
    """Return the words behind a number up to ``end``, or so far as they can matter."""
    end = min(end, number.end + _LONGEST_BEHIND)
    return words_of_part(text, number.end, end) if number.end < end else []


def complement(text: str, number: Number, following: Number | None, words: list[Word]) -> list[Word]:
    """Return of the words behind a number those that say more of what it counts.

    Args:
        text: The normalised text.
        number: The number.
        following: The next number of the sentence.
        words: The words behind it in its clause.
    """
    table = indicator_words()
    before_next = following is not None and bool(words) and following.start < words[-1].end
    if following is not None and before_next:
        words = [word for word in words if word.end <= following.start]
    if not words or period_at(text, words[0].start) is not None:
        return []
    kept: list[Word] = []
    quoted = False
    for word in words[:_LONGEST_COMPLEMENT]:
        key = word.key.strip(_PUNCTUATION)
        quoted = "”" not in word.key if quoted or "“" in word.key else False
        if not quoted and (not key or key[0] in "/(-–" or key in table.complement_stops):
            break
        if not kept and key in table.complement_first_stops:
            break
        kept.append(word)
    if before_next and kept and kept[-1] is words[-1]:
        kept, _ = without_links(kept)
        last_with = max((index for index, word in enumerate(kept) if word.key == "với"), default=-1)
        if last_with >= 0 and phrase(kept[last_with + 1 :]) in table.bare_measures:
            kept = kept[:last_with]
    while kept and (count := next((n for n in (2, 1) if phrase(kept[-n:]) in table.function_words), 0)):
        kept = kept[:-count]
    return kept


def basis_in(words: list[Word], bases: Collection[str]) -> tuple[int, int] | None:
    """Return where the words stand, behind a number, that tell what it is compared with: start and end.

    Args:
        words: The words behind the number.
        bases: Phrases that they begin with.
    """
    if not any(phrase(words[:count]) in bases for count in (1, 2, 3)):
        return None
    kept = words[:1]
    for word in words[1:_LONGEST_COMPLEMENT]:
        if word.key in _BASIS_STOPS and kept[-1].key != "so":
            break
        kept.append(word)
    while len(kept) > 1 and has_digit(kept[-1:]) and kept[-2].key != "năm":
        kept.pop()
    last = kept[-1]
    return kept[0].start, last.end - (len(last.key) - len(last.key.rstrip(".,;")))
