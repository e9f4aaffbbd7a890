"""The faces: command line and app. They parse, ask the query API, and show; no rules and no queries of their own."""
