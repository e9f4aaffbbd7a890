"""The pages themselves, and where they lie."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path, PurePosixPath
from urllib.parse import quote as quote_address

from ontology.extraction import Extraction
from ontology.mentions import EntityLabel
from ontology.statements import DOCUMENT_RELATIONS
from ui.marked.escaping import escape
from ui.marked.facts import document_facts, fold, mention_titles
from ui.marked.statements import statement_lists
from ui.marked.text import marked_text
from ui.wording import KIND_NAMES, LABEL_KINDS

INDEX = "index.html"
_LONGEST_CELL = 90


def render_page(extraction: Extraction) -> str:
    """Show one text: its letterhead, its words with the mentions in colour, and beneath them what it states.

    Returns:
        One HTML document that asks nothing of any server; the same for the same extraction.
    """
    spans = sorted({statement.evidence.span for statement in extraction.statements})
    quotes = {span: number for number, span in enumerate(spans)}
    text = marked_text(extraction.text, extraction.mentions, mention_titles(extraction), spans)
    head = extraction.letterhead
    title = fold(" ".join(filter(None, (head.type, head.code)))) or extraction.file
    subject = f'<p class="trich">{escape(fold(head.title))}</p>' if head.title else ""
    facts = "".join(_fact(name, value) for name, value in document_facts(head))
    box = f'<dl class="dau">{facts}</dl>' if facts else ""
    parts = [
        f'<header id="dau"><p class="tep">{escape(extraction.file)}</p><h1>{escape(title)}</h1>{subject}{box}</header>',
        _legend(extraction),
        f'<div class="van" lang="vi">{text}</div>',
        *statement_lists(extraction, quotes),
    ]
    return page_of(title, "".join(parts))


def render_index(entries: Iterable[tuple[str, Extraction]]) -> str:
    """Show the list of several pages.

    Args:
        entries: Where each page lies, relative to the list, and what it shows.
    """
    rows = []
    for address, extraction in entries:
        head = extraction.letterhead
        name = fold(" ".join(filter(None, (head.type, head.code)))) or extraction.file
        relations = sum(statement.predicate in DOCUMENT_RELATIONS for statement in extraction.statements)
        rows.append(
            f'<tr><td><a href="{escape(quote_address(address))}">{escape(name)}</a>'
            f"<small>{escape(extraction.file)}</small></td>"
            f"<td>{escape(head.date.vietnamese if head.date else '')}</td><td>{escape(fold(head.organ or ''))}</td>"
            f'<td class="n">{len(extraction.mentions)}</td><td class="n">{relations}</td></tr>'
        )
    table = (
        '<table class="tep"><thead><tr><th>Văn bản</th><th>Ngày</th><th>Cơ quan ban hành</th>'
        f'<th class="n">Tên gọi</th><th class="n">Quan hệ</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )
    return page_of("Văn bản đã đọc", f"<header><h1>Văn bản đã đọc</h1></header>{table}")


def page_paths(files: Sequence[str]) -> list[PurePosixPath]:
    """Where the page of each source lies in a folder of pages: never outside of it, never two at one place.

    Args:
        files: The sources' names; they may be whole paths, or lead upwards.
    """
    taken: set[str] = {INDEX}
    paths = []
    for file in files:
        parts = [part for part in PurePosixPath(file.replace("\\", "/")).parts if part not in ("/", "..", ".")]
        parts = [part.replace(":", "_") for part in parts] or ["van-ban"]
        path = PurePosixPath(*parts[:-1], f"{parts[-1]}.html")
        number = 1
        while str(path).casefold() in taken:
            number += 1
            path = PurePosixPath(*parts[:-1], f"{parts[-1]}-{number}.html")
        taken.add(str(path).casefold())
        paths.append(path)
    return paths


def _fact(name: str, value: str) -> str:
    # What is long (the recipients) takes the whole width: in a narrow column it would stretch the box.
    wide = ' class="rong"' if len(value) > _LONGEST_CELL else ""
    return f"<div{wide}><dt>{name}</dt><dd>{escape(value)}</dd></div>"


def _legend(extraction: Extraction) -> str:
    """Switches for each kind of mention that the text has, and one for their names below the words."""
    counts = Counter(mention.label for mention in extraction.mentions)
    kinds = "".join(
        f'<label class="{label.value}"><input type="checkbox" id="hien-{label.value}" checked>'
        f"<span>{KIND_NAMES[LABEL_KINDS[label]]}</span> <b>{counts[label]}</b></label>"
        for label in EntityLabel
        if counts[label]
    )
    names = '<label class="nhan"><input type="checkbox" id="hien-nhan" checked><span>Nhãn dưới chữ</span></label>'
    return f'<nav class="muc" aria-label="Chú giải màu">{kinds}{names}</nav>'


def page_of(title: str, body: str) -> str:
    """Return one HTML document that asks nothing of any server.

    Args:
        title: Plain text.
        body: HTML, in which every text of a source is escaped already.
    """
    style, script = _asset("page.css"), _asset("page.js")
    # Whatever a text holds, the browser runs and loads nothing but these two.
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>{body}</main>\n"
        "<footer>Đọc bằng cuthehoa. Trang này không tải gì từ mạng.</footer>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    return Path(str(resources.files("ui") / "marked" / "assets" / name)).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
