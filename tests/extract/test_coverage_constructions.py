"""Ways in which a text says, or does not say, that a place takes part: one sentence a line, with all its pairs."""

from pathlib import Path

import pytest
from coverage_texts import covered

LINES = (Path(__file__).parent / "cases" / "programme_places.txt").read_text(encoding="utf-8").splitlines()


def read(line):
    """Return the text and the pairs of ``text ||| programme=place,place; programme=place``."""
    text, _, pairs = line.partition("|||")
    wanted = set()
    for part in filter(str.strip, pairs.split(";")):
        programme, places = part.split("=")
        wanted |= {(programme.strip(), place.strip()) for place in places.split(",")}
    return text.strip().replace("\\n", "\n").replace("\\t", "\t"), wanted


def test_no_line_is_lost():
    assert len(LINES) == len(set(LINES)) == 292
    assert sum(not pairs for _, pairs in map(read, LINES)) == 82


@pytest.mark.parametrize("line", LINES)
def test_all_pairs_and_no_others(line):
    text, wanted = read(line)
    assert {(programme.norm, place.norm) for programme, place, _ in covered(text)} == wanted
