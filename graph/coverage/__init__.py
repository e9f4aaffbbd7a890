"""Coverage: which administrative units carry out which documents, and of which that is not known."""
