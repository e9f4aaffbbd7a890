"""A report as Markdown and as an HTML page. Texts of sources are escaped: they are never markup."""

import re

from ui.marked.escaping import escape
from ui.marked.pages import page_of
from ui.report.content import Block, Heading, Item, ItemList, Report, Section, TableBlock

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# "1." and "-" at the beginning of a line would make a list of it.
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")


def to_markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark, with tables as GitHub and pandoc read them)."""
    parts = [
        f"# {_plain(report.title)}",
        "\n".join(f"- {_plain(name)}: {_plain(value)}" for name, value in report.facts),
    ]
    for section in report.sections:
        parts.append(f"## {_plain(section.title)}")
        parts += [_markdown_block(block) for block in section.blocks]
    return "\n\n".join(parts) + "\n"


def _markdown_block(block: Block) -> str:
    match block:
        case str():
            return _plain(block)
        case Heading():
            return f"### {_plain(block.text)}"
        case ItemList():
            return "\n".join(_markdown_item(item) for item in block.items)
        case TableBlock():
            heading, *rows = (f"| {' | '.join(_plain(cell) for cell in row)} |" for row in (block.heading, *block.rows))
            return "\n".join([heading, "|" + " --- |" * len(block.heading), *rows])


def _markdown_item(item: Item) -> str:
    quotes = [f"\n  > {_plain(f'“{quote.text}”')}\n  > ({_plain(quote.place)})\n" for quote in item.quotes]
    return f"- {_plain(item.text)}" + "".join(quotes)


def _plain(text: str) -> str:
    """Text on one line that Markdown shows as it stands."""
    clean = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    folded = _MARKUP.sub(r"\\\1", clean)
    return _LIST_MARK.sub(lambda mark: f"{mark[1]}\\{mark[2]}" if mark[1] else f"\\{mark[3]}", folded)


def to_html(report: Report) -> str:
    """Return a report as one HTML document that asks nothing of any server."""
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in report.facts)
    head = f'<header><h1>{escape(report.title)}</h1><dl class="dau">{facts}</dl></header>'
    return page_of(report.title, head + "".join(_html_section(section) for section in report.sections))


def _html_section(section: Section) -> str:
    blocks = "".join(_html_block(block) for block in section.blocks)
    return f"<section><h2>{escape(section.title)}</h2>{blocks}</section>"


def _html_block(block: Block) -> str:
    match block:
        case str():
            return f"<p>{escape(block)}</p>"
        case Heading():
            return f"<h3>{escape(block.text)}</h3>"
        case ItemList():
            return f"<ul>{''.join(_html_item(item) for item in block.items)}</ul>"
        case TableBlock():
            heading = "".join(f"<th>{escape(cell)}</th>" for cell in block.heading)
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
            table = f"<table><thead><tr>{heading}</tr></thead><tbody>{rows}</tbody></table>"
            return f'<div class="cuon">{table}</div>'


def _html_item(item: Item) -> str:
    quotes = "".join(
        f"<blockquote>{escape(' '.join(quote.text.split()))}</blockquote><small>{escape(quote.place)}</small>"
        for quote in item.quotes
    )
    return f"<li><p>{escape(item.text)}</p>{quotes}</li>"
