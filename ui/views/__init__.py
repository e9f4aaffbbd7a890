"""The pages: scripts that Streamlit runs, each by ``ui/app.py``. Nothing imports them."""
