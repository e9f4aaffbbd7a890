"""The graph in files of other programs' formats, and on a Neo4j server."""
