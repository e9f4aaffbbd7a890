"""The tables behind the finders of names: their schema; ``tests/extract`` runs their examples."""

import pytest

from ontology.boundaries import boundary_words, compounds
from ontology.organizations import Alone, organization_table
from ontology.people import people_table
from ontology.places import place_table
from ontology.programmes import programme_table
from ontology.table import read_table, rows


def _all_rows():
    organizations = organization_table()
    yield from ((f"organisation {row.name}", row) for row in (*organizations.fixed, *organizations.heads))
    places = place_table()
    yield from ((f"unit word {row.unit}", row) for row in places.units)
    yield from ((f"place {row.name}", row) for row in (*places.regions, *places.countries, *places.former_units))
    programmes = programme_table()
    yield from ((f"programme {row.kind}", row) for row in programmes.kinds)
    yield from ((f"programme {row.name}", row) for row in programmes.names)
    yield from ((f"title {row.title}", row) for row in people_table().titles)


def test_every_row_has_an_example():
    missing = [name for name, row in _all_rows() if not row.examples]
    assert missing == []


def test_no_form_stands_twice():
    table = organization_table()
    forms = [form for row in (*table.fixed, *table.heads, *table.none) for form in (row.name, *row.forms)]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_heads_refer_to_lists_of_topics_that_exist():
    table = organization_table()
    assert {row.closed for row in table.heads if row.topic} <= set(table.topics)
    assert {row.many for row in table.heads if row.many} <= set(table.topics)


def test_a_required_part_is_one_that_the_head_can_take():
    for row in organization_table().heads:
        takes = {
            "topic": row.topic,
            "number": row.number,
            "name": row.proper,
            "of": row.of,
            "unit": row.unit,
            "place": row.place,
            "purpose": row.purpose,
            "site": (row.unit and row.place) or (row.number and row.proper),
            "subject": row.topic or row.of,
            None: True,
        }
        assert takes[row.required], row.name


def test_a_head_that_never_stands_alone_takes_something():
    for row in organization_table().heads:
        if row.alone is Alone.NEVER:
            assert row.topic or row.number or row.proper or row.of or row.unit or row.place or row.purpose, row.name


def test_surnames_that_show_a_person_alone_are_surnames():
    table = people_table()
    assert table.common_surnames <= table.surnames


def test_boundary_lists_are_read_by_name():
    for row in rows(read_table("boundaries.json"), "lists"):
        assert boundary_words(str(row["name"]))
    for row in rows(read_table("boundaries.json"), "compounds"):
        assert compounds(str(row["name"]))
    with pytest.raises(KeyError):
        boundary_words("none")
