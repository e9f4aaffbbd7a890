"""Reading web pages: what a browser shows as text, block by block."""

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from extract.encodings.decoding import decode_text, undo_old_fonts
from extract.encodings.legacy import BYTE_ORDER_MARKS, EIGHT_BIT, by_name
from extract.formats.text import ReadText
from ontology.errors import SourceError

_DROPPED = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio", "video"}
    | {"canvas", "select", "button", "map", "area"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_LONGEST_NUMBER = 6
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)
_HEAD_BYTES = 4_096
_TAG = re.compile(rb"<[^<>]*>")


def read(data: bytes, where: Path | str) -> ReadText:
    """Read a ``.html`` file.

    Scripts, styles, what is hidden by its own attributes, and comments are dropped; each list item, table cell and
    other block is a paragraph; a line break stays one. Nothing that the page refers to is fetched.

    Args:
        data: The whole file.
        where: The file, for messages.

    Raises:
        SourceError: If its encoding is not known, mixed, or the page has no text.
    """
    markup, encoding = _decode(data, where)
    undone = undo_old_fonts(_text(markup))
    text = undone.text
    if undone.encoding is None and text.isascii() and decode_text(text.encode("ascii"), where).encoding == "viqr":
        return ReadText(by_name("viqr").decode(text.encode("ascii")), "html", "viqr")
    return ReadText(text, "html", undone.encoding or encoding)


def _decode(data: bytes, where: Path | str) -> tuple[str, str]:
    """Return the markup and its encoding: by mark, as UTF-8, as the page says, else by score."""
    if b"\0" in data or data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        decoded = decode_text(data, where)
        return decoded.text, decoded.encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        # Tags are ASCII in all of these encodings; without them the score sees the text alone.
        name = decode_text(_TAG.sub(b" ", data), where).encoding
        if name not in EIGHT_BIT:
            # What is no UTF-8 stands inside a tag, where nothing of it is read.
            return data.decode("utf-8", errors="replace"), "utf-8"
        return by_name(name).decode(data), name
    except SourceError:
        declared = _declared(data)
        # A page of another language, or glyphs of an old font among entities, which come apart only in the parser.
        if declared is None or declared in ("utf-8", "windows-1258"):
            raise
        return data.decode(declared, errors="replace"), declared


def _declared(data: bytes) -> str | None:
    """Return Python's name of the encoding that a page says it is in."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return {"iso8859-1": "cp1252", "cp1258": "windows-1258"}.get(name, name)


@dataclass(slots=True)
class _Page:
    """Paragraphs as they come, the one that is being put together, and the next numbers of the lists around it."""

    paragraphs: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    label: str = ""
    kept_lines: int = 0

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text if self.kept_lines else _SPACE.sub(" ", text))

    def end(self) -> None:
        text = "".join(self.parts)
        self.parts = []
        lines = (
            text.split("\n") if self.kept_lines else [re.sub(" {2,}", " ", line).strip() for line in text.split("\n")]
        )
        paragraph = "\n".join(lines).strip(" \n")
        if paragraph:
            self.paragraphs.append(self.label + paragraph)
            self.label = ""


def _text(markup: str) -> str:
    page = _Page()
    # The parser is told that it gets UTF-8, so that what the page says of its encoding no longer counts.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    data = markup.lstrip("\ufeff").encode("utf-8", errors="replace")
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        return ""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if name in _DROPPED or _is_hidden(element):
                walker.skip_subtree()
            else:
                _open(page, element, name)
        else:
            _close(page, element, name)
    page.end()
    return "\n\n".join(page.paragraphs)


def _is_hidden(element: "etree._Element") -> bool:
    return "hidden" in element.attrib or _HIDDEN_STYLE.search(str(element.get("style") or "")) is not None


def _open(page: _Page, element: "etree._Element", name: str) -> None:
    if name in _BLOCKS:
        page.end()
        page.kept_lines += name == "pre"
    if name in _LISTS:
        page.numbers.append(_whole(element.get("start"), 1) if name == "ol" else None)
    if name == "li":
        page.label = _item_label(page, element)
    elif name == "br":
        page.parts.append("\n")
    page.add(element.text)


def _close(page: _Page, element: "etree._Element", name: str) -> None:
    if name in _BLOCKS:
        page.end()
        page.kept_lines -= name == "pre" and page.kept_lines > 0
    if name == "li":
        page.label = ""
    if name in _LISTS:
        page.numbers.pop()
    page.add(element.tail)


def _item_label(page: _Page, element: "etree._Element") -> str:
    """Return what the browser shows before a list item, and count it."""
    if not page.numbers or page.numbers[-1] is None:
        return "- "
    value = _whole(element.get("value"), page.numbers[-1])
    page.numbers[-1] = value + 1
    return f"{value}. "


def _whole(written: object, otherwise: int) -> int:
    digits = str(written or "")
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else otherwise
