"""The human ledger: what people decided about a graph, kept in ``ledger.jsonl`` and applied at each build."""
