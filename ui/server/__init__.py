"""The SPARQL 1.1 Protocol over HTTP: requests become queries to one graph, answers become standard forms."""
