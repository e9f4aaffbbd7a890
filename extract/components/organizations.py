"""Finds organisations: fixed names, and names that grow from a head word by the grammar of ``organization_grammar``."""

from extract.components.organization_completion import complete
from extract.components.organization_grammar import Grammar
from extract.components.organization_heads import Body
from extract.context import Context
from extract.found import Found
from extract.words import LOWER, Words, words_of
from ontology.mentions import EntityLabel


def find_organizations(text: str, context: Context) -> list[Found]:
    """Find the organisations of a text.

    Args:
        text: The normalised text.
        context: Its letterhead tells which bodies elliptic names mean, and which level words mean kinds: in a
            district's document ``UBND huyện`` is one body and ``UBND xã`` is a kind.

    Returns:
        Candidates in order of their start, without overlaps among themselves.
    """
    words = words_of(text)
    grammar = Grammar(words, context.letterhead)
    first_keys, lower_first, shapes = grammar.first_keys, grammar.lower_first_keys, words.shapes
    found: list[Found] = []
    behind = 0
    for index in words.among(first_keys):
        if index < behind or (shapes[index] == LOWER and words.keys[index] not in lower_first):
            continue
        bodies, behind = grammar.bodies_at(index)
        found += [_found(words, body, context) for body in bodies]
    return found


def _found(words: Words, body: Body, context: Context) -> Found:
    surface = " ".join(words.surface(body.first, body.last).split())
    start, end = words.starts[body.first], words.ends[body.last - 1]
    return Found(start, end, EntityLabel.ORG, surface, complete(words, body, context.letterhead))
