"""Folding of Vietnamese text for search, and the modern placement of tone marks."""

import re
import unicodedata

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of Vietnamese, for a character class. A range from À to Ỹ would take in the small letters too."""

SMALL = CAPITALS.lower()
"""The small letters, for a character class."""

_D = str.maketrans("đĐ", "dD")

_OLD_TONES = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_MODERN = {old: new for new, old in _OLD_TONES.items()}
_MODERN |= {old.upper(): new.upper() for old, new in _MODERN.items()}
_MODERN |= {old.capitalize(): new.capitalize() for old, new in _MODERN.items() if old.islower()}
# At the end of a syllable only: "toàn" and "quý" keep theirs ("qu" is one consonant). One character class leads: the
# regular expression engine skips to it at full speed.
_FIRST_LETTERS = "".join(sorted({old[0] for old in _MODERN}))
_OLD_AT_END = re.compile(
    rf"[{_FIRST_LETTERS}](?<![qQ].)(?:"
    + "|".join(f"(?<={first})[{''.join(old[1] for old in _MODERN if old[0] == first)}]" for first in _FIRST_LETTERS)
    + r")(?!\w)"
)


class _Bare(dict[int, int | None]):
    """Code point → itself, or ``None`` for a mark; learnt as letters are met, because translating is C code."""

    def __missing__(self, code: int) -> int | None:
        bare = None if unicodedata.combining(chr(code)) else code
        self[code] = bare
        return bare


_BARE = _Bare()


def fold(text: str) -> str:
    """Return ``text`` for comparing without regard to case, tone marks, đ/d and white space.

    >>> fold("Xã  Tân Bình, Đắk Lắk")
    'xa tan binh, dak lak'
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return " ".join(decomposed.translate(_BARE).casefold().split())


def modern_tones(text: str) -> str:
    """Return ``text``, in NFC, with tone marks where the modern placement puts them.

    >>> modern_tones("Hoà Mỹ, Huyện uỷ, quý, toàn")
    'Hòa Mỹ, Huyện ủy, quý, toàn'
    """
    return _OLD_AT_END.sub(lambda m: _MODERN[m.group()], unicodedata.normalize("NFC", text))


def either_tones(text: str) -> str:
    """Return a regular expression for ``text``, in modern tone placement, that old placement matches as well.

    >>> either_tones("cộng hòa")
    'cộng h(?:òa|oà)'
    """
    pattern = re.escape(text).replace("\\ ", " ")
    for new, old in _OLD_TONES.items():
        pattern = pattern.replace(new, f"(?:{new}|{old})")
    return pattern
