"""Text of documents as HTML: never markup, whatever it holds."""

import html

# Characters that no HTML document may hold are shown as unreadable. Tab, line feed and carriage return stay.
_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (9, 10, 13)
}


def escape(text: str) -> str:
    """Return text for an element or a quoted attribute."""
    return html.escape(text.translate(_CONTROLS), quote=True)
