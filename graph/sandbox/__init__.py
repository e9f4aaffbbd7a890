"""Queries of people: guarded, bounded in time, rows and memory, and run where no file or network is in reach."""
