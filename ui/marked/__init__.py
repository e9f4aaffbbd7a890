"""Pages that show one text with what was read from it, each a file of its own that needs neither server nor network.

They look like displaCy's spans but are not made by it: displaCy escapes neither labels nor links, puts white space of
its own into the text, marks whole tokens only, and takes 2.3 s and 2 MB for 100 kB of text in its span style.
"""

from ui.marked.pages import page_paths, render_index, render_page

__all__ = ["page_paths", "render_index", "render_page"]
