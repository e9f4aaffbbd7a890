"""The stores of one generation, each written from the same content: SQLite, RDF and property graph."""
