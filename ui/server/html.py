"""The frame of the few pages that this server shows to browsers: no script, nothing from elsewhere."""

from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""The content security policy of these pages."""

_STYLE = (
    ":root{color-scheme:light dark;--quiet:#f4f2ec;--line:#d5d0c6}"
    "@media(prefers-color-scheme:dark){:root{--quiet:#20242a;--line:#3a3f47}body{background:#16181c;color:#e7e4de}}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
    "textarea,pre{font:14px/1.4 ui-monospace,monospace;width:100%;max-width:100%;box-sizing:border-box}"
    "textarea{padding:.5rem}button{font:inherit;padding:.3rem 1rem}"
    "pre{overflow:auto;background:var(--quiet);padding:.7rem}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}"
    ".facts td:first-child,.facts th{white-space:nowrap}h1{line-height:1.25}.iri{font-size:.85rem;opacity:.75}"
    "@media(max-width:40rem){h1{font-size:1.4rem}td,th{padding:.3rem}}"
)


def page(title: str, body: str) -> str:
    """One page.

    Args:
        title: Its title, as text.
        body: What stands below the title, as HTML.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body>\n<h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )
