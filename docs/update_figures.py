"""Writes into ``docs/extraction.md`` what is measured and listed there: ``make figures``.

Between a pair of marks ``<!-- name -->`` and ``<!-- /name -->`` stands what this script makes of the program as it is;
a test compares the two, so that a figure or a rule's name never outlives what it was taken from.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from extract.components import coverage
from extract.evaluation import Evaluation, evaluate
from extract.statements import ROLE_CONFIDENCE
from ontology.relation_cues import Cue, relation_cues

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "extraction.md"
GOLD = ROOT / "examples" / "gold"
SOURCES = ROOT / "examples" / "documents"

# Where a relation's features may stand: the first of them that there is.
_RELATION_FEATURES = (("ontology.confidence", "WEIGHTS"), ("extract.components.relation_roles", "FEATURES"))


def render_parts() -> dict[str, str]:
    """Return what belongs between each pair of marks."""
    result = evaluate([GOLD], SOURCES)
    return {"figures": _figures(result), "relation-rules": _relation_rules(), "confidence": _confidence()}


def put_parts(page: str, parts: Mapping[str, str]) -> str:
    """Return the page with its parts renewed.

    Raises:
        ValueError: If the page has no place for one of them.
    """
    for name, part in parts.items():
        page, count = re.subn(
            rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m, new=part: m[1] + new + m[2], page
        )
        if count != 1:
            raise ValueError(f"{count} places for {name} in {PAGE}")
    return page


def _table(heading: Sequence[str], rows: Iterable[Sequence[object]], right: int = 0) -> str:
    """A Markdown table; the last ``right`` columns are numbers."""
    rule = ["---"] * (len(heading) - right) + ["---:"] * right
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in (heading, rule, *rows))


def _figures(result: Evaluation) -> str:
    rows = [
        (f"`{name}`", f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", s.right, s.found, s.gold)
        for name, s in result.metrics.items()
        if s.gold or s.found
    ]
    entities = sum(result.metrics[f"{label}.exact"].gold for label in ("DOC", "ORG", "LOC", "PER", "PROG"))
    table = _table(("measure", "precision", "recall", "F1", "right", "found", "gold"), rows, right=6)
    return (
        f"{len(result.names)} documents, {entities} names, {result.metrics['REL.all'].gold} relations.\n\n{table}"
        "\nMeasures of which there was nothing to find and nothing found are left out.\n"
    )


def _relation_rules() -> str:
    cues = relation_cues()
    groups: list[tuple[str, Iterable[Cue]]] = [
        ("before the citation", cues.active),
        ("passive", cues.passive),
        ("preamble", cues.preamble),
        ("behind the citation", cues.after),
        ("heading above a list", cues.headings),
    ]
    rows = [
        (f"`{cue.rule}`", cue.relation.value, where, f"{cue.weight:.2f}", f"“{cue.examples[0]}”")
        for where, group in groups
        for cue in group
    ]
    return _table(("rule", "relation", "words stand", "weight", "for example"), rows)


def _confidence() -> str:
    rows = [("relation", f"`{name}`", f"× {value:.2f}") for name, value in _relation_features()]
    rules = {value for name, value in vars(coverage).items() if name.isupper() and isinstance(value, str)}
    rows += [
        ("programme–place", f"`{name}`", f"{value:.2f}" if name in rules else f"× {value:.2f}")
        for name, value in coverage.FEATURES.items()
    ]
    rows.append(("post", "`chuc-danh`", f"{ROLE_CONFIDENCE:.2f}"))
    return _table(("statement", "rule or feature", "weight"), rows)


def _relation_features() -> Iterator[tuple[str, float]]:
    for module, attribute in _RELATION_FEATURES:
        if find_spec(module) is not None and hasattr(listed := import_module(module), attribute):
            yield from dict(getattr(listed, attribute)).items()
            return


if __name__ == "__main__":
    PAGE.write_text(put_parts(PAGE.read_text(encoding="utf-8"), render_parts()), encoding="utf-8")
