"""The frame of the few pages that this server shows to browsers: no script, nothing from elsewhere."""

from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""The content security policy of these pages."""

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "textarea,pre{font:14px/1.4 ui-monospace,monospace;max-width:100%;box-sizing:border-box}"
    "pre{overflow:auto;background:#f4f4f4;padding:.7rem}table{border-collapse:collapse}"
    "td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
)


def page(title: str, body: str) -> str:
    """One page.

    Args:
        title: Its title, as text.
        body: What stands below the title, as HTML.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>\n'
        f"<body>\n<h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )
