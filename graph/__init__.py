"""Many sources, one graph: identity, build, stores and the query API."""
