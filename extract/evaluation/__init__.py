"""How well a text was read: what was extracted, held against annotations that people made by hand."""

from extract.evaluation.errors import find_errors
from extract.evaluation.gold import read_gold
from extract.evaluation.metrics import Score, measure
from extract.evaluation.run import Evaluation, evaluate

__all__ = ["Evaluation", "Score", "evaluate", "find_errors", "measure", "read_gold"]
