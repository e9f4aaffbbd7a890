"""Reading the programme–place pairs of a text without the whole pipeline."""

from extract.components.citations import find_citations
from extract.components.coverage import Pair, find_coverage
from extract.components.organizations import find_organizations
from extract.components.places import find_places
from extract.components.programmes import find_programmes
from extract.context import Context
from extract.flatten import flatten
from extract.found import Found

_FINDERS = (find_citations, find_places, find_organizations, find_programmes)


def mentions_of(text: str) -> list[Found]:
    """Return the mentions that pairs are made of."""
    return flatten(mention for find in _FINDERS for mention in find(text, Context()))


def covered(text: str) -> list[tuple[Found, Found, Pair]]:
    """Return programme, place and pair for each pair of a text, in order."""
    mentions = mentions_of(text)
    return [(mentions[p.programme], mentions[p.place], p) for p in find_coverage(text, mentions, Context())]
