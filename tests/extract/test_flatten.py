import pytest

from extract.flatten import flatten
from extract.found import Found
from ontology.mentions import EntityLabel

DOC, ORG, LOC, PROG = EntityLabel.DOC, EntityLabel.ORG, EntityLabel.LOC, EntityLabel.PROG


@pytest.mark.parametrize(
    ("candidates", "chosen"),
    [
        pytest.param([(DOC, 0, 10), (PROG, 0, 30)], [(DOC, 0, 10)], id="a citation before anything longer"),
        pytest.param([(ORG, 0, 30), (DOC, 12, 30)], [(ORG, 0, 30)], id="a citation inside a body's name"),
        pytest.param([(ORG, 0, 20), (DOC, 12, 30)], [(DOC, 12, 30)], id="a citation that goes on behind a body"),
        pytest.param([(ORG, 0, 8), (LOC, 4, 8), (LOC, 9, 12)], [(ORG, 0, 8), (LOC, 9, 12)], id="the longest"),
        pytest.param([(LOC, 0, 8), (ORG, 0, 8)], [(ORG, 0, 8)], id="the harder label"),
    ],
)
def test_flat_mentions(candidates, chosen):
    found = [Found(start, end, label, "x") for label, start, end in candidates]
    assert [(item.label, item.start, item.end) for item in flatten(found)] == chosen
