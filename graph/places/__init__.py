"""Places over time, and the programmes and numbers that sources give of them."""
