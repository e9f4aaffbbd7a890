"""The fixtures that all floors share; each plugin in `plugins/` tells what its fixtures give."""

from hypothesis import settings

pytest_plugins = [
    "pytester",
    "ci_rules",
    "shared_data",
    "command_line",
    "reading_texts",
    "cascade_values",
    "sample_graph",
    "graph_content",
    "page_graph",
    "neo4j_server",
    "sparql_server",
    "browser_page",
]

# The same examples on every run, no time limit on a busy machine, and no database of examples in the checkout.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")
