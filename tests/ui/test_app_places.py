"""The programmes page by the units of today."""

from pathlib import Path

import pytest
from graph_content import NEW_COUNTRYSIDE
from page_graph import OpenPage


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("Theo tỉnh hôm nay", ["thành phố Cần Thơ"]),
        # Of the second no table knows: it stays with what is known around it.
        ("Theo xã hôm nay", ["thành phố Cần Thơ", "xã Tân Bình"]),
        ("Như nguồn gọi", ["xã Tân Bình", "xã Tân Bình"]),
    ],
)
def test_places_of_a_programme_by_units_of_today(
    page_graph: Path, open_page: OpenPage, chosen: str, names: list[str]
) -> None:
    shown = open_page(page_graph, "programmes", programme=NEW_COUNTRYSIDE)
    shown.app.segmented_control(key="programmes-units").set_value(chosen).run()
    assert not shown.app.exception
    rows = shown.rows()
    assert [row["name"] for row in rows] == names
    assert all(row["parts"][0]["passages"] for row in rows)
    assert all(("nguồn gọi là xã Tân Bình" in row["detail"]) is (chosen != "Như nguồn gọi") for row in rows)
