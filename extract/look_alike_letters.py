"""Letters of other scripts that look like Latin ones, and the full-width forms of ASCII: what they are meant as.

They come from keyboards left in another layout, from text recognition and from East Asian software: ``18-NQ/ТW`` with a
Cyrillic ``Т`` looks like a code and is none to a program. Which letter stands for which is told by
``ontology/tables/letters.json``.
"""

import re

from ontology.look_alikes import plain_letters

_ETH = "\\u00d0\\u00f0\\u0189"
_FULL_WIDTH = "\\uff01-\\uff0c\\uff0e\\uff10-\\uff5e"
_TO_ASCII = 0xFEE0

LOOK_ALIKES = f"{_ETH}\\u0370-\\u03ff\\u0400-\\u04ff{_FULL_WIDTH}"
"""The inside of a character class that holds all that may be one: two whole scripts, told apart by ``meant``."""

_REACH = 30
_TOKEN_BEFORE = re.compile(r"[\w/.\-\u2010-\u2012\u2044\uff0d\uff0f]*\Z")
_TOKEN_BEHIND = re.compile(r"[\w/.\-\u2010-\u2012\u2044\uff0d\uff0f]*")
_OWN_SCRIPT = re.compile("[\u0370-\u052f]")
_LATIN_OR_DIGIT = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\uff10-\uff5a]")


def meant(text: str, position: int) -> str:
    """Return the letter, digit or mark that a look-alike stands for; itself where it stands for nothing else.

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
    plain = plain_letters().get(character)
    if plain is None or not _OWN_SCRIPT.match(character):
        return plain or character
    before = _TOKEN_BEFORE.search(text[max(0, position - _REACH) : position])
    behind = _TOKEN_BEHIND.match(text, position, position + _REACH)
    token = (before.group() if before else "") + (behind.group() if behind else "")
    if any(_OWN_SCRIPT.match(other) and other not in plain_letters() for other in token):
        return character
    return plain if _LATIN_OR_DIGIT.search(token) else character
