"""The app: it names the pages and shows the one that was asked for. Run it by ``cuthehoa ui``."""

from importlib.resources import files

import streamlit as st

from ui.navigation import TITLES, Page
from ui.theme import STYLE

_ASSETS = files("ui") / "parts" / "assets"
_HIDDEN = {Page.ENTITY}

st.set_page_config(page_title="cuthehoa", page_icon=str(_ASSETS / "icon.svg"), layout="wide")
st.logo(str(_ASSETS / "logo.svg"), size="large")
st.html(STYLE)
st.navigation(
    [
        st.Page(
            page.script,
            title=TITLES[page],
            url_path=page.path or None,
            default=page is Page.HOME,
            visibility="hidden" if page in _HIDDEN else "visible",
        )
        for page in Page
    ],
    position="top",
).run()
