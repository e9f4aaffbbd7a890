"""One report of a whole graph: sections, and their forms as Markdown and as an HTML page."""
