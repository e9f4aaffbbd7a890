"""Reading one source: from its bytes to mentions and statements with evidence."""
