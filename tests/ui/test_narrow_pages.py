"""Pages for a browser on a telephone: nothing sticks out to the side, and no column of a table is hidden."""

from pathlib import Path

import pytest
from command_line import RunCli
from playwright.sync_api import Page
from sparql_server import SparqlServer

WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HIDDEN = "[...document.querySelectorAll('th, td')].filter(cell => getComputedStyle(cell).display === 'none').length"


@pytest.fixture
def narrow_page(browser_page: Page) -> Page:
    browser_page.set_viewport_size({"width": 420, "height": 900})
    return browser_page


def test_the_report(narrow_page: Page, run_inside: RunCli, sample_graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert run_inside("report", "--html", file, "--graph", sample_graph).code == 0
    narrow_page.goto(file.as_uri())
    assert narrow_page.locator("table").count() >= 2
    assert (narrow_page.evaluate(WIDE), narrow_page.evaluate(HIDDEN)) == (0, 0)


@pytest.mark.parametrize("address", ["/sparql", "/ns", "/id/document/tinh-uy-hau-giang/139-ctr-tu/2022-11-09"])
def test_the_server(address: str, narrow_page: Page, sparql_server: SparqlServer) -> None:
    reply = narrow_page.goto(f"http://127.0.0.1:{sparql_server.port}{address}")
    assert reply is not None
    assert reply.status == 200
    assert (narrow_page.evaluate(WIDE), narrow_page.evaluate(HIDDEN)) == (0, 0)
