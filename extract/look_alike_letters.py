"""Letters of other scripts that look like Latin ones, and the full-width forms of ASCII: what they are meant as.

They come from keyboards left in another layout, from text recognition and from East Asian software: ``18-NQ/ТW`` with a
Cyrillic ``Т`` looks like a code and is none to a program.
"""

import re

# Each pair stands in one column: Cyrillic, then Greek.
_FOREIGN = "АВЕЅІЈКМНОРСТУХаесіјорухѕ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABESIJKMHOPCTYXaecijopyxs" + "ABEZHIKMNOPTYXo"
_MEANT = str.maketrans(_FOREIGN, _LATIN)
_FULL_WIDTH = "\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a"
_TO_ASCII = 0xFEE0

LOOK_ALIKES = _FOREIGN + _FULL_WIDTH
"""The inside of a character class that holds them all."""

_REACH = 30
_TOKEN_BEFORE = re.compile(r"[\w/.\-\u2010-\u2012\u2044\uff0d\uff0f]*\Z")
_TOKEN_BEHIND = re.compile(r"[\w/.\-\u2010-\u2012\u2044\uff0d\uff0f]*")
_OWN_SCRIPT = re.compile("[\u0370-\u052f]")
_LATIN_OR_DIGIT = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff10-\uff5a]")


def meant(text: str, position: int) -> str:
    """Return the letter or digit that a look-alike stands for.

    A foreign letter is taken for a Latin one only in a word or code that has Latin letters or digits and no foreign
    letter without a Latin double: Russian and Greek words stay what they are.

    Args:
        text: The text.
        position: Index of a character of ``LOOK_ALIKES``.

    >>> meant("18-NQ/ТW", 6), meant("Москва", 1), meant("１８", 0)
    ('T', 'о', '1')
    """
    character = text[position]
    if character >= "\uff00":
        return chr(ord(character) - _TO_ASCII)
    before = _TOKEN_BEFORE.search(text[max(0, position - _REACH) : position])
    behind = _TOKEN_BEHIND.match(text, position, position + _REACH)
    token = (before.group() if before else "") + (behind.group() if behind else "")
    latin = token.translate(_MEANT)
    if _OWN_SCRIPT.search(latin) or not _LATIN_OR_DIGIT.search(token):
        return character
    return character.translate(_MEANT)
