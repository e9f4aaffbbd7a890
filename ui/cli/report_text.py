"""A report as plain text."""

from collections.abc import Iterator

from ui.cli.console import TABLE_WIDTH, plain, table, width, wrap
from ui.report.content import Block, Heading, ItemList, Report, TableBlock


def report_lines(report: Report) -> Iterator[str]:
    """Yield the lines of a report."""
    yield plain(report.title).upper()
    for name, value in report.facts:
        yield from wrap(plain(value), first=f"  {plain(name)}: ", rest="    ")
    for section in report.sections:
        yield ""
        yield plain(section.title)
        yield "═" * len(plain(section.title))
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case str():
            yield from wrap(plain(block))
        case Heading():
            yield ""
            yield plain(block.text)
        case ItemList():
            for item in block.items:
                yield from wrap(plain(item.text), first="  • ", rest="    ")
                for quote in item.quotes:
                    yield from wrap(f"“{plain(quote.text)}”", first="      ", rest="       ")
                    yield f"      ({plain(quote.place)})"
        case TableBlock():
            yield ""
            heading, *rows = [[plain(cell) for cell in row] for row in (block.heading, *block.rows)]
            yield from table(heading, rows, fit=width(TABLE_WIDTH))
            yield ""
