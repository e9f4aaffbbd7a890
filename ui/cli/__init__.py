"""The command line: each command parses, calls one function of the query API, and shows what comes back."""
