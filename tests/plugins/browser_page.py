"""A real Chromium for the tests, which fail when their page asks anything of a host other than this machine."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from ci_rules import skip_here_fail_on_ci
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from system_parts import find_chromium, missing_browser

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What a page asks of another host must fail here as it would on a machine without internet.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app !== null
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('[data-stale="true"]') === null;
}"""
QUIET_MS = 400

WaitUntilSettled = Callable[[Page], None]
Screenshot = Callable[[Page, str], Path]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one module.

    Not for the whole run: Playwright keeps an event loop running in this thread while it is open, and later tests
    that call `asyncio.run` would fail.
    """
    if reason := missing_browser():
        skip_here_fail_on_ci(reason)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=[*FLAGS, *as_root], chromium_sandbox=not as_root
        )
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A fresh page of a Vietnamese reader; afterwards no request may have gone to another host."""
    context = chromium.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900}, accept_downloads=True)
    asked = record_requests(context)
    yield context.new_page()
    context.close()
    if elsewhere := hosts_elsewhere(asked):
        pytest.fail("the page asked other hosts:\n" + "\n".join(elsewhere), pytrace=False)


@pytest.fixture
def wait_until_settled() -> WaitUntilSettled:
    """Wait until a Streamlit page has run its script to the end, is connected, and has stayed so for a while."""

    def wait(page: Page, timeout_ms: float = 30_000) -> None:
        waited = 0.0
        quiet = 0.0
        page.wait_for_function(SETTLED, timeout=timeout_ms)
        while quiet < QUIET_MS:
            page.wait_for_timeout(100)
            waited += 100
            quiet = quiet + 100 if page.evaluate(SETTLED) else 0.0
            if waited > timeout_ms:
                pytest.fail(f"the page at {page.url} did not settle within {timeout_ms / 1000:.0f} s", pytrace=False)

    return wait


@pytest.fixture
def screenshot(tmp_path: Path) -> Screenshot:
    """Take a picture of the whole page, into the test's own folder or the one that CUTHEHOA_SCREENSHOTS names."""

    def take(page: Page, name: str) -> Path:
        folder = Path(os.environ.get("CUTHEHOA_SCREENSHOTS", tmp_path))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take


def record_requests(context: BrowserContext) -> list[str]:
    """A list that fills with the address of all that the context's pages ask for; call it before a page is made."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: asked.append(socket.url)))
    return asked


def hosts_elsewhere(asked: list[str]) -> list[str]:
    """Those of the addresses that lie on another machine."""
    return sorted({url for url in asked if not _is_local(url)})


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("http", "https", "ws", "wss") or parts.hostname == "127.0.0.1"
