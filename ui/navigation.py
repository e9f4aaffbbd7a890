"""The app's pages, and links to them that others can keep, send and open again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st


class Page(StrEnum):
    """The pages; a value is the script's name in ``ui/views`` and the page's path in the address."""

    HOME = "home"
    TRACE = "trace"
    PROGRAMMES = "programmes"
    READER = "reader"
    QUERY = "query"
    ENTITY = "entity"

    @property
    def script(self) -> str:
        """The page's script, relative to ``ui/app.py``, as Streamlit names it."""
        return f"views/{self.value}.py"

    @property
    def path(self) -> str:
        """The page's path in the address; Streamlit serves the home page at the root whatever it is called."""
        return "" if self is Page.HOME else self.value


TITLES = {
    Page.HOME: "Trang chủ",
    Page.TRACE: "Thác văn bản",
    Page.PROGRAMMES: "Xã × chương trình",
    Page.READER: "Đọc văn bản",
    Page.QUERY: "Truy vấn",
    Page.ENTITY: "Hồ sơ",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the app.

    Args:
        page: The page.
        parameters: What the page shows, as in the address.
    """

    page: Page
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def href(self) -> str:
        """The address relative to any page of the app, so that it holds under a base path too."""
        return f"./{self.page.path}" + (f"?{urlencode(self.parameters)}" if self.parameters else "")

    def open(self) -> NoReturn:
        """Go there."""
        st.switch_page(self.page.script, query_params=dict(self.parameters))
