"""The app's own front-end pieces: small scripts that build text nodes from Python data.

Text from documents goes to the browser as data and becomes text nodes there. It is never markup, so nothing that a
document holds can change the page or run in it.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui.navigation import Link, Page
from ui.rendering import JsonValue

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


def mount(
    name: str, data: Mapping[str, JsonValue], *, key: str, width: Literal["stretch", "content"] = "stretch"
) -> None:
    """Show one piece, and go where its visitor clicked.

    Args:
        name: The piece: ``assets/<name>.js`` and ``assets/<name>.css``.
        data: What it shows.
        key: Unique on the page.
        width: All that there is, or what it needs.
    """
    result = _renderer(name)(key=key, data=dict(data), width=width, on_go_change=_nothing)
    if (target := result.get("go")) is not None:
        _link(target).open()


def link_object(link: Link | None) -> JsonValue:
    """A link in the form that the scripts read."""
    if link is None:
        return None
    return {"href": link.href, "page": link.page.value, "parameters": dict(link.parameters)}


def _link(target: Mapping[str, JsonValue]) -> Link:
    parameters = target["parameters"]
    if not isinstance(parameters, Mapping):
        raise TypeError(f"not parameters: {parameters!r}")
    return Link(Page(str(target["page"])), {str(name): str(value) for name, value in parameters.items()})


def _renderer(name: str) -> "ComponentRenderer":
    # Registered at each run: the registry belongs to the server, which tests start anew in one process; telling it
    # the same again costs nothing.
    return st.components.v2.component(
        f"cuthehoa-{name}",
        html='<div class="piece"></div>',
        css=_asset("shared.css") + _asset(f"{name}.css"),
        js=_asset("shared.js") + _asset(f"{name}.js"),
    )


@cache
def _asset(name: str) -> str:
    return (files("ui") / "parts" / "assets" / name).read_text(encoding="utf-8")


def _nothing() -> None:
    """The callback that makes Streamlit hand on a value; the value is read from the result."""
