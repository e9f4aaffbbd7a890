"""The cascade: who carries out whom, from one document or over the whole graph."""
