"""The app in a real Chromium, on the sample corpus: from a code to its cascade, its sentence and the place in the text.

The page fixture fails the test when anything is asked of another host.
"""

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_page import Screenshot, WaitUntilSettled
from page_graph import HOSTILE, HOSTILE_FILE, HOSTILE_NAME, HOSTILE_QUOTE, HOSTILE_TEXT
from playwright.sync_api import Page, expect

from ui.cli.application import HOST, app_command, free_port

pytestmark = pytest.mark.browser
START_SECONDS = 60
CHAIN_FILE = "tinh-hau-giang/139-CTr-TU_2022-11-09.txt"


def serve(graph: Path, root: Path, log: Path) -> Iterator[str]:
    """Run the app on a free port until the module's tests are done."""
    port = free_port(None)
    environment = os.environ | {"CUTHEHOA_GRAPH": str(graph), "PYTHONPATH": str(root)}
    with log.open("wb") as output:
        process = subprocess.Popen(app_command(port), env=environment, stdout=output, stderr=subprocess.STDOUT)
        address = f"http://{HOST}:{port}"
        try:
            await_health(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def await_health(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="module")
def sample_app(tmp_path_factory: pytest.TempPathFactory, sample_dir: Path, project_root: Path) -> Iterator[str]:
    """The app on the graph of the sample corpus; its address."""
    from graph.build import build

    folder = tmp_path_factory.mktemp("browser")
    build([sample_dir], folder / "graph")
    yield from serve(folder / "graph", project_root, folder / "log.txt")


@pytest.fixture(scope="module")
def hostile_app(tmp_path_factory: pytest.TempPathFactory, page_graph: Path, project_root: Path) -> Iterator[str]:
    """The app on a graph with a document that is full of markup; its address."""
    yield from serve(page_graph, project_root, tmp_path_factory.mktemp("hostile") / "log.txt")


def test_from_a_code_to_the_sentence_and_its_place(
    sample_app: str, browser_page: Page, wait_until_settled: WaitUntilSettled, screenshot: Screenshot
) -> None:
    page = browser_page
    page.goto(sample_app)
    wait_until_settled(page)
    screenshot(page, "home")

    page.locator("input[type=search]").fill("18-nq/tw")
    hit = page.locator("li").filter(has_text="ngày 16/6/2022").locator("a.name", has_text="18-NQ/TW")
    expect(hit).to_have_count(1)
    wait_until_settled(page)
    screenshot(page, "search")
    hit.click()

    expect(page.get_by_role("heading", name="Thác văn bản")).to_be_visible()
    wait_until_settled(page)
    expect(page.locator("[data-testid=stGraphVizChart] svg").first).to_be_visible()
    programme = page.locator(".tree li").filter(has=page.locator("> .row a.name", has_text="139-CTr/TU")).first
    expect(programme.locator("> .row")).to_contain_text("thực hiện")
    plan = programme.locator("li").filter(has=page.locator("> .row a.name", has_text="109-KH/HU")).first
    expect(plan.locator("> .row")).to_contain_text("Huyện ủy Phụng Hiệp")
    # The picture in the README: copy it from the folder that CUTHEHOA_SCREENSHOTS names to docs/images.
    page.set_viewport_size({"width": 1280, "height": 1220})
    wait_until_settled(page)
    screenshot(page, "cascade")
    plan.locator("> .row .toggle").click()
    quote = plan.locator("> .sentences mark.quote").first
    expect(quote).to_be_visible()
    expect(quote).to_contain_text("18-NQ/TW")
    sentence = quote.inner_text()
    screenshot(page, "trace")

    plan.locator("> .sentences").get_by_text("Đọc tại chỗ này").first.click()
    expect(page.get_by_role("heading", name="Đọc văn bản")).to_be_visible()
    wait_until_settled(page)
    aimed = page.locator("mark.aimed")
    expect(aimed.first).to_be_in_viewport()
    assert " ".join("".join(aimed.all_inner_texts()).split()) == " ".join(sentence.split())
    screenshot(page, "reader")

    page.go_back()
    expect(page.get_by_role("heading", name="Thác văn bản")).to_be_visible()


def test_a_mark_in_the_reader_leads_to_what_it_names(
    sample_app: str, browser_page: Page, wait_until_settled: WaitUntilSettled
) -> None:
    page = browser_page
    page.goto(f"{sample_app}/reader?file={CHAIN_FILE}")
    wait_until_settled(page)
    mark = page.locator(".mention.kind-DOC", has_text="18-NQ/TW").first
    page.get_by_role("button", name="Văn bản").click()
    expect(mark).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_role("button", name="Văn bản").click()
    mark.click()
    page.locator(".tip").get_by_text("Thác văn bản").click()
    expect(page.locator("ul.card .name")).to_have_text("Nghị quyết 18-NQ/TW")


def test_programmes_both_ways_and_a_cell_of_the_map(
    sample_app: str, browser_page: Page, wait_until_settled: WaitUntilSettled, screenshot: Screenshot
) -> None:
    page = browser_page
    page.goto(f"{sample_app}/programmes")
    wait_until_settled(page)
    screenshot(page, "programmes")
    expect(
        page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first
    ).to_be_visible()

    page.get_by_text("Địa bàn", exact=True).first.click()
    wait_until_settled(page)
    page.locator("input[type=search]").fill("xa tan binh phung hiep")
    expect(page.locator("li .name")).to_have_text(["xã Tân Bình"])
    page.locator("li a.name").click()
    expect(page.locator("mark.quote").first).to_contain_text("Tân Bình")
    wait_until_settled(page)
    screenshot(page, "place")


def test_a_query_is_run_and_its_table_downloaded(
    sample_app: str, browser_page: Page, wait_until_settled: WaitUntilSettled, screenshot: Screenshot
) -> None:
    page = browser_page
    page.goto(f"{sample_app}/query")
    wait_until_settled(page)
    page.get_by_role("button", name="Chạy").click()
    expect(page.locator("[data-testid=stDataFrame]")).to_be_visible()
    wait_until_settled(page)
    screenshot(page, "query")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải CSV").click()
    made = Path(download.value.path()).read_bytes()
    assert made.startswith(b"\xef\xbb\xbf")
    assert "139-CTr/TU" in made.decode("utf-8-sig")


def test_text_that_means_harm_is_shown_and_does_nothing(
    hostile_app: str, browser_page: Page, wait_until_settled: WaitUntilSettled
) -> None:
    page = browser_page
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.goto(f"{hostile_app}/reader?file={HOSTILE_FILE.replace('%', '%25').replace('&', '%26')}")
    wait_until_settled(page)
    assert page.locator(".page").evaluate("node => node.textContent") == HOSTILE_TEXT
    page.goto(f"{hostile_app}/entity?iri={HOSTILE}")
    wait_until_settled(page)
    expect(page.locator("ul.card .name")).to_have_text(HOSTILE_NAME)
    page.locator(".toggle").first.click()
    expect(page.locator("mark.quote").first).to_have_text(HOSTILE_QUOTE)
    page.goto(f"{hostile_app}/trace?doc={HOSTILE}")
    wait_until_settled(page)
    assert page.locator(".piece script, .piece img, .piece i, .piece b, .piece u").count() == 0
    assert alarms == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("home", "/"),
        ("trace", "/trace?doc=139-CTr/TU"),
        ("choice", "/trace?doc=18-NQ/TW"),
        ("programmes", "/programmes"),
        ("reader", f"/reader?file={CHAIN_FILE}&start=300&end=400"),
        ("query", "/query"),
    ],
)
def test_no_page_is_wider_than_its_window(
    sample_app: str,
    browser_page: Page,
    wait_until_settled: WaitUntilSettled,
    screenshot: Screenshot,
    name: str,
    path: str,
) -> None:
    page = browser_page
    page.goto(f"{sample_app}{path}")
    for width in (1280, 420):
        page.set_viewport_size({"width": width, "height": 800})
        wait_until_settled(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            wait_until_settled(page)
            screenshot(page, f"{name}-{width}-{scheme}")
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("node => node.scrollWidth - node.clientWidth") <= 1
