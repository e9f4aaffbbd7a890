"""Reading all annotated texts and measuring what was read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from extract.evaluation.annotations import Annotated, Row, annotated
from extract.evaluation.errors import EvaluationError, find_errors
from extract.evaluation.gold import locate_source, mismatch, read_gold
from extract.evaluation.metrics import Score, measure
from extract.extractor import extract_sources
from extract.output import to_contract
from extract.source import SourceFile, SourceText
from ontology.errors import GoldError, SourceError
from ontology.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the texts were read.

    Args:
        names: The texts that were measured, as their annotations name them.
        metrics: The measures by name (see ``measure``).
        errors: What went wrong, text by text.
        texts: The original texts by name; the offsets of the errors refer to them.
        failed: The texts that could not be measured, with the reason; they count in no measure.
    """

    names: tuple[str, ...]
    metrics: dict[str, Score]
    errors: tuple[EvaluationError, ...]
    texts: dict[str, str]
    failed: tuple[SourceError, ...]


def evaluate(
    gold_paths: Sequence[Path],
    sources: Path | None = None,
    *,
    jobs: int = 1,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> Evaluation:
    """Extract the annotated texts and measure the result.

    Args:
        gold_paths: Files with annotations, or folders of them.
        sources: The folder of the files that annotations name; not needed where they bring their text along.
        jobs: Number of processes; the result is the same whatever it is.
        on_progress: Called with the number of texts done, of all texts, and the name of the last one.

    Raises:
        GoldError: If annotations or a source are missing or malformed, or no text at all could be measured.
    """
    golds = read_gold(gold_paths)
    inputs = [_input(gold, sources) for gold in golds]
    measured: list[tuple[Annotated, Annotated]] = []
    errors: list[EvaluationError] = []
    texts: dict[str, str] = {}
    failed: list[SourceError] = []
    for number, (gold, outcome) in enumerate(zip(golds, _checked(golds, inputs, jobs), strict=True), 1):
        if isinstance(outcome, SourceError):
            failed.append(outcome)
        else:
            found = annotated(cast("Row", to_contract(outcome)))
            measured.append((gold, found))
            errors += find_errors(gold, found, outcome.text)
            texts[gold.name] = outcome.text
        if on_progress is not None:
            on_progress(number, len(golds), gold.name)
    if not measured:
        raise GoldError("không có văn bản nào đánh giá được", todo=str(failed[0]).rstrip(".") if failed else None)
    names = tuple(gold.name for gold, _ in measured)
    return Evaluation(names, measure(measured), tuple(errors), texts, tuple(failed))


def _input(gold: Annotated, sources: Path | None) -> SourceFile | SourceText:
    if gold.text is not None:
        return SourceText(gold.name, "0" * 64, "utf-8", gold.text)
    return locate_source(gold, sources)


def _checked(
    golds: Sequence[Annotated], inputs: Sequence[SourceFile | SourceText], jobs: int
) -> Iterator[Extraction | SourceError]:
    """Yield what was read from each text, or why it cannot be measured."""
    for gold, outcome in zip(golds, extract_sources(inputs, jobs), strict=True):
        if isinstance(outcome, Extraction) and (reason := mismatch(gold, outcome.text)):
            yield SourceError(
                f"chú giải không phải của văn bản này ({reason})",
                where=gold.name,
                todo="Dùng đúng bản văn bản đã chú giải",
            )
        else:
            yield outcome
