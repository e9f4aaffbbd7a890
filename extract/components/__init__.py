"""The finders of the pipeline, one kind of mention or statement a module."""
