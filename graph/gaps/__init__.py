"""What a graph lacks: documents that are cited and not held, citations to decide, errors in the sources."""
