"""Which letters make a Vietnamese syllable: the measure by which a reading of bytes is judged.

No list of words: onset, rhyme and tone are combined by the rules of the spelling, which lets some 19,000 syllables
pass. A reading in the wrong encoding puts letters together that these rules forbid.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_NEAR_MARKS = re.compile("[\u0302\u0306\u031b]")
_CLOSED = ("p", "t", "c", "ch")
_CLOSED_TONES = frozenset("\u0301\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")
_LONGEST = 7
"""Letters of ``nghiêng``, the longest syllable."""

# "NĐ", "HĐND", "QĐ-UBND": abbreviations are no syllables, but with Đ in them they speak for an encoding as well.
_ABBREVIATION = re.compile("(?=[A-Z]*Đ)[BCDĐGHKLMNPQRSTVX]{2,6}")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The rules of the spelling, from ``tables/syllables.json``."""

    onsets: frozenset[str]
    rhymes: frozenset[str]
    rhymes_after_qu: frozenset[str]
    front_only: frozenset[str]
    never_front: frozenset[str]
    never_e: frozenset[str]


@cache
def _spelling() -> _Spelling:
    table = cast(
        "dict[str, list[str]]",
        json.loads(files("extract").joinpath("encodings", "tables", "syllables.json").read_text(encoding="utf-8")),
    )
    return _Spelling(
        frozenset(table["onsets"]),
        frozenset(table["rhymes"]),
        frozenset(table["rhymes_after_qu_only"]),
        frozenset(table["before_front_vowel_only"]),
        frozenset(table["never_before_front_vowel"]),
        frozenset(table["never_before_e"]),
    )


@lru_cache(maxsize=100_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word is spelled as a Vietnamese syllable (or is an abbreviation with Đ in it).

    Both placements of the tone mark count. The case must be that of a word: small, capital, or with one capital.

    Args:
        word: Letters without white space or punctuation, composed or not.

    >>> [is_syllable(word) for word in ("Nghị", "quyết", "Hoà", "Hòa", "quyêt", "Ngh̃", "NĐ")]
    [True, True, True, True, False, False, True]
    """
    decomposed = unicodedata.normalize("NFD", word)
    tones = _TONE.findall(decomposed)
    base = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    if not base or len(base) > _LONGEST or len(tones) > 1:
        return bool(_ABBREVIATION.fullmatch(word))
    rest = base[1:]
    if not (rest.islower() or base.isupper() or not rest):
        return False
    small = base.lower()
    if tones and not _tone_on_vowel(decomposed.lower()):
        return False
    return _is_spelled(small, tones[0] if tones else "") or bool(_ABBREVIATION.fullmatch(word))


def _tone_on_vowel(decomposed: str) -> bool:
    before = _NEAR_MARKS.sub("", decomposed[: cast("re.Match[str]", _TONE.search(decomposed)).start()])
    return before[-1:] in _VOWELS


def _is_spelled(small: str, tone: str) -> bool:
    spelling = _spelling()
    for length in range(min(3, len(small)) + 1):
        onset, rhyme = small[:length], small[length:]
        if onset not in spelling.onsets:
            continue
        if rhyme not in spelling.rhymes and not (onset == "qu" and rhyme in spelling.rhymes_after_qu):
            continue
        if not tone and rhyme.endswith(_CLOSED):
            continue
        if tone and tone not in _CLOSED_TONES and rhyme.endswith(_CLOSED):
            continue
        front = rhyme[0] in "eêiy"
        if (onset in spelling.front_only and not front) or (onset in spelling.never_front and front):
            continue
        if onset in spelling.never_e and rhyme[0] in "eê":
            continue
        return True
    return False
