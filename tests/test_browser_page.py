"""The browser that the browser tests stand on: a real Chromium, which tells when a page asks another host."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browser_page import Screenshot, hosts_elsewhere, record_requests
from playwright.sync_api import Browser, Page

PAGES = {
    "/": "<!doctype html><meta charset=utf-8><p>Cụ thể hóa</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "/telling": "<!doctype html><img src='http://fonts.example/a.png'><script>"
    "new WebSocket('ws://socket.example/'); fetch('http://127.0.0.1:1/').catch(() => 0)</script>",
}


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.end_headers()
        self.wfile.write((page or "").encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_local_page_is_shown(browser_page: Page, site: str, screenshot: Screenshot, tmp_path: Path) -> None:
    browser_page.goto(site)
    assert browser_page.inner_text("p") == "Cụ thể hóa"
    assert screenshot(browser_page, "first").stat().st_size > 1000


def test_requests_to_other_hosts_are_seen(chromium: Browser, site: str) -> None:
    context = chromium.new_context()
    asked = record_requests(context)
    page = context.new_page()
    page.goto(f"{site}/telling", wait_until="networkidle")
    context.close()
    assert hosts_elsewhere(asked) == ["http://fonts.example/a.png", "ws://socket.example/"]
