"""The pages of single texts: text is never markup, links lead somewhere, and files lie where they should."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser_page import Screenshot
from command_line import RunCli
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from ontology.dates import PartialDate
from ontology.extraction import Extraction, Letterhead, Signer
from ontology.mentions import Citation, EntityLabel, Mention, OrganizationName, PlaceName
from ontology.spans import Span
from ontology.statements import SELF, Evidence, Modality, Relation, Statement
from ui.marked import page_paths, render_index, render_page

EVIL = "</div></mark><script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> & &amp; ' \" `"
ELEMENTS = set(
    re.findall(
        r"\w+",
        "html head meta title style script body main header p h1 dl div dt dd nav label input span b mark a section h2 ol li "
        "i blockquote small footer table thead tbody tr th td",
    )
)


class Reader(HTMLParser):
    """What a browser makes of a page: its elements, the text of the text itself, ids and links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append(tag)
        self.attributes |= set(given)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag == "div":
            self._inside = 1 if given.get("class") == "van" else self._inside + bool(self._inside)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._inside -= bool(self._inside)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def extraction(text: str, spans: list[tuple[int, int]], words: str = "chữ") -> Extraction:
    """An extraction with a mention of each kind in turn, every field of which says ``words``."""
    details = [
        Citation(words, words, PartialDate(2022, 6, 16), words, words, words),
        OrganizationName(words, None, words),
        PlaceName(words, words, (words,)),
        None,
        None,
    ]
    mentions = tuple(
        Mention(list(EntityLabel)[i % 5], Span(a, b), text[a:b], words, details[i % 5])
        for i, (a, b) in enumerate(spans)
    )
    statements = tuple(
        Statement(
            SELF if i % 2 else i,
            list(Relation)[i % len(Relation)],
            (i + 1) % len(mentions) if i % 3 else None,
            Evidence(
                "f", "0" * 64, Span(max(0, m.span.start - 5), len(text)), text[max(0, m.span.start - 5) :], words, 0.9
            ),
            words,
            list(Modality)[i % 3],
            words if i % 3 == 0 else None,
        )
        for i, m in enumerate(mentions)
    )
    head = Letterhead(
        words, words, words, words, None, words, words, PartialDate(2022), words, (Signer(words, words, words),), None
    )
    return Extraction(words, "0" * 64, "utf-8", text, head, mentions, statements)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@given(texts, st.lists(st.integers(0, 80), max_size=12), texts)
def test_the_text_is_shown_as_it_stands(text: str, cuts: list[int], words: str) -> None:
    borders = sorted({cut for cut in cuts if cut <= len(text)})
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    reader = read(render_page(extraction(text, spans, words)))
    shown = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", text)
    assert reader.text == shown
    assert reader.elements.count("mark") == len(spans)


def test_whatever_a_text_holds_is_no_markup() -> None:
    text = f"Kế hoạch {EVIL} hết"
    page = render_page(extraction(text, [(0, 8), (9, 9 + len(EVIL)), (len(text) - 3, len(text))], EVIL))
    reader = read(page)
    assert set(reader.elements) <= ELEMENTS
    assert reader.elements.count("script") == 1
    assert not any(name.startswith("on") for name in reader.attributes)
    assert all(link.startswith("#") for link in reader.links)
    index = read(render_index([("javascript:alert(1).html", extraction(text, [(0, 8)], EVIL))]))
    assert set(index.elements) <= ELEMENTS
    assert index.links == ["javascript%3Aalert%281%29.html"]


def test_links_lead_to_what_they_name() -> None:
    page = render_page(extraction("một hai ba bốn năm", [(0, 3), (4, 7), (8, 10), (11, 14), (15, 18)]))
    reader = read(page)
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert {f"cau-{number}-het" for number in range(1, 5)} <= set(reader.ids)


def test_only_the_pages_own_style_and_script_are_allowed() -> None:
    page = render_page(extraction("một", [(0, 3)]))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"(?:https?:)?//[a-z]", page)
    assert "style=" not in re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)


def test_the_same_extraction_gives_the_same_page() -> None:
    assert render_page(extraction("một hai", [(0, 3)])) == render_page(extraction("một hai", [(0, 3)]))


@pytest.mark.parametrize(
    ("files", "places"),
    [
        (["a.txt", "x/b.md"], ["a.txt.html", "x/b.md.html"]),
        (["/etc/a.txt", "../../a.txt"], ["etc/a.txt.html", "a.txt.html"]),
        (["a.txt", "/a.txt", "A.TXT"], ["a.txt.html", "a.txt-2.html", "A.TXT-3.html"]),
        (["index"], ["index-2.html"]),
        (["C:\\tài liệu\\a.txt"], ["C_/tài liệu/a.txt.html"]),
        (["..", "."], ["van-ban.html", "van-ban-2.html"]),
    ],
)
def test_pages_lie_inside_their_folder_each_at_its_own_place(files: list[str], places: list[str]) -> None:
    assert [str(path) for path in page_paths(files)] == places


# --- the command ------------------------------------------------------------------------------------------------------


def test_one_source_gives_one_file(run_inside: RunCli, sample_dir: Path, tmp_path: Path) -> None:
    source = sample_dir / "huyen-phung-hiep" / "109-KH-HU_2023-02-02.txt"
    result = run_inside("extract", source, "--html", "sâu/trang.html")
    assert (result.code, result.stdout) == (0, "sâu/trang.html\n")
    page = (tmp_path / "sâu" / "trang.html").read_text(encoding="utf-8")
    assert read(page).text == source.read_text(encoding="utf-8")
    assert "139-CTr/TU" in page
    assert [path.name for path in (tmp_path / "sâu").iterdir()] == ["trang.html"]


def test_several_sources_give_a_folder_with_a_list(run_inside: RunCli, sample_dir: Path, tmp_path: Path) -> None:
    result = run_inside("extract", sample_dir, "--html", "trang")
    assert result.code == 0
    assert result.stdout.splitlines()[-1] == "trang/index.html"
    pages = sorted(path.relative_to(tmp_path / "trang").as_posix() for path in (tmp_path / "trang").rglob("*.html"))
    assert len(pages) == 51
    listed = read((tmp_path / "trang" / "index.html").read_text(encoding="utf-8")).links
    assert sorted([*listed, "index.html"]) == pages


def test_a_source_that_cannot_be_read_costs_only_its_page(run_inside: RunCli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Chính phủ họp.", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    result = run_inside("extract", "in", "--html", "out")
    assert result.code == 1
    assert "b.txt" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt.html", "index.html"]


def test_places_where_no_page_can_be(run_inside: RunCli, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Chính phủ họp.", encoding="utf-8")
    for arguments in (("a.txt", "b.txt", "--html", "a.txt"), ("a.txt", "--html", "a.txt")):
        result = run_inside("extract", *arguments)
        assert result.code == 2
        assert len(result.stderr.splitlines()) == 1
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Chính phủ họp."


# --- in a browser -----------------------------------------------------------------------------------------------------


@pytest.mark.browser
def test_a_hostile_text_does_nothing_in_a_browser(browser_page: Page, tmp_path: Path) -> None:
    text = f"Kế hoạch {EVIL} hết"
    path = tmp_path / "evil.html"
    path.write_text(render_page(extraction(text, [(9, 9 + len(EVIL))], EVIL)), encoding="utf-8")
    browser_page.goto(path.as_uri())
    browser_page.locator("mark").hover()
    assert browser_page.title() != "run"
    assert browser_page.locator("img").count() == 0
    assert browser_page.locator("dl.chu dd").first.inner_text() == EVIL
    assert browser_page.locator(".van").evaluate("e => e.textContent") == text


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (420, "light")])
def test_a_page_in_a_browser(
    browser_page: Page,
    screenshot: Screenshot,
    run_inside: RunCli,
    sample_dir: Path,
    tmp_path: Path,
    width: int,
    scheme: str,
) -> None:
    complaints: list[str] = []
    browser_page.on("console", lambda message: complaints.append(message.text))
    browser_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    browser_page.set_viewport_size({"width": width, "height": 900})
    run_inside("extract", sample_dir / "huyen-phung-hiep" / "412-BC-UBND_2024-10-18.txt", "--html", "p.html")
    browser_page.goto((tmp_path / "p.html").as_uri())
    screenshot(browser_page, f"page-{scheme}-{width}")
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= width
    mark = browser_page.locator("mark.DOC", has_text="57/KH-UBND")
    mark.first.hover(position={"x": 4, "y": 4})
    facts = browser_page.locator("dl.chu").inner_text()
    assert "57/KH-UBND" in facts
    assert "26/2/2024" in facts
    assert "quy tắc" in facts
    browser_page.keyboard.press("Escape")
    assert browser_page.locator("dl.chu").count() == 0
    browser_page.locator('li:has-text("110-KH/HU") a[href^="#cau-"]').first.click()
    aimed = browser_page.evaluate("[...CSS.highlights.get('cau')][0].toString()")
    assert aimed.startswith("Trên cơ sở đó")
    assert "110-KH/HU" in aimed
    browser_page.locator("label.LOC").click()
    plain = "rgba(0, 0, 0, 0)"
    assert browser_page.locator("mark.LOC").first.evaluate("e => getComputedStyle(e).backgroundColor") == plain
    assert browser_page.locator("mark.DOC").first.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    assert complaints == []
