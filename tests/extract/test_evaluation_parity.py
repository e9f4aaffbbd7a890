"""The evaluation gives the numbers of the scorer that lies beside the shared annotations, metric by metric."""

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.evaluation import evaluate, measure
from extract.evaluation.annotations import annotated
from extract.extractor import Extractor
from extract.output import to_contract
from extract.source import SourceText

METRICS = 20


@pytest.fixture(scope="module")
def scorer(gold_dir: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", gold_dir / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(theirs: dict[str, tuple[float, ...]], mine: dict[str, Any]) -> None:
    assert len(theirs) == METRICS
    for name, values in theirs.items():
        assert (mine[name].precision, mine[name].recall, mine[name].f1, mine[name].gold) == values, name


@pytest.mark.parametrize("name", ["000.json", "001.json", "004.json", "passages.jsonl"])
def test_the_same_numbers(scorer: ModuleType, gold_dir: Path, seeds_dir: Path, extractor: Extractor, name: str) -> None:
    rows = list(scorer.load(str(gold_dir / name)).values())
    found = []
    for row in rows:
        text = row.get("text") or (seeds_dir / row["file"]).open(encoding="utf-8", newline="").read()
        extraction = extractor.extract(SourceText(row.get("id") or row["file"], "0" * 64, "utf-8", text))
        found.append(json.loads(json.dumps(to_contract(extraction))))
    compare(scorer.score(rows, found), evaluate([gold_dir / name], seeds_dir).metrics)


@pytest.mark.parametrize("seed", range(8))
def test_the_same_numbers_of_bad_extractions(scorer: ModuleType, gold_dir: Path, seeds_dir: Path, seed: int) -> None:
    """An extractor that is nearly always right hides differences: here annotations are spoilt at random."""
    rows = [next(iter(scorer.load(str(gold_dir / f"{name}.json")).values())) for name in ("000", "001", "004")]
    rows += scorer.load(str(gold_dir / "passages.jsonl")).values()
    chance = random.Random(seed)  # noqa: S311 - the same spoilt annotations at every run
    spoilt = [spoil(row, chance) for row in rows]
    pairs = [(annotated(row), annotated(bad)) for row, bad in zip(rows, spoilt, strict=True)]
    compare(scorer.score(rows, spoilt), measure(pairs))


def spoil(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Annotations with some left out, some doubled, moved, relabelled or renamed."""
    bad = copy.deepcopy(row)
    for key in ("entities", "relations", "roles", "programme_places"):
        bad[key] = [item for item in bad.get(key) or [] for _ in range(chance.choice((0, 1, 1, 1, 1, 2)))]
    for entity in bad["entities"]:
        entity.pop("optional", None)
        if chance.random() < 0.2:
            entity["start"] = max(0, entity["start"] - chance.randrange(20))
            entity["end"] += chance.randrange(20)
        if chance.random() < 0.1:
            entity["label"] = chance.choice(["DOC", "ORG", "LOC", "PER", "PROG"])
        if entity.get("code") and chance.random() < 0.2:
            entity["code"] = chance.choice([None, "1-NQ/TW", entity["code"].lower()])
            entity["date"] = None
    for relation in bad["relations"]:
        if chance.random() < 0.3:
            relation["type"] = chance.choice(["implements", "concretizes", "amends"])
        if chance.random() < 0.2:
            relation["head"], relation["tail"] = relation["tail"], relation["head"]
    chance.shuffle(bad["entities"])
    row.get("entities", []) and row["entities"][chance.randrange(len(row["entities"]))].update(optional=True)
    row.get("relations", []) and row["relations"][chance.randrange(len(row["relations"]))].update(optional=True)
    bad.pop("text", None)
    return bad
