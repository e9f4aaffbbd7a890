"""Floors of accuracy on hand-annotated documents, measured by the scorer that lies beside them."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.extractor import Extractor
from extract.output import to_contract
from extract.source import SourceFile, SourceText, read_source

# metric → least F1, on the three whole documents and on the passages
FLOORS = {
    "DOC.code+date": (0.97, 0.97),
    "DOC.exact": (0.95, 0.97),
    "REL.named.cascade": (0.95, 0.95),
    "REL.all": (0.90, 0.95),
    "LOC.exact": (0.85, 0.85),
    "ORG.exact": (0.70, 0.70),
}


@pytest.fixture(scope="module")
def scorer(gold_dir: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", gold_dir / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def on_documents(
    scorer: ModuleType, gold_dir: Path, seeds_dir: Path, extractor: Extractor
) -> dict[str, tuple[float, ...]]:
    names = ("000", "001", "004")
    paths = [next(seeds_dir.glob(f"{name}_*.txt")) for name in names]
    gold = [next(iter(scorer.load(str(gold_dir / f"{name}.json")).values())) for name in names]
    read = [to_contract(extractor.extract(read_source(SourceFile(path.name, path)))) for path in paths]
    scores: dict[str, tuple[float, ...]] = scorer.score(gold, read)
    return scores


@pytest.fixture(scope="module")
def on_passages(scorer: ModuleType, gold_dir: Path, extractor: Extractor) -> dict[str, tuple[float, ...]]:
    gold: list[dict[str, Any]] = list(scorer.load(str(gold_dir / "passages.jsonl")).values())
    assert len(gold) == 64
    read = [
        to_contract(extractor.extract(SourceText(f"{row['id']}.txt", "0" * 64, "utf-8", row["text"]))) for row in gold
    ]
    scores: dict[str, tuple[float, ...]] = scorer.score(gold, json.loads(json.dumps(read)))
    return scores


@pytest.mark.parametrize("metric", FLOORS)
def test_the_floor_on_whole_documents(on_documents: dict[str, tuple[float, ...]], metric: str) -> None:
    assert on_documents[metric][2] >= FLOORS[metric][0]


@pytest.mark.parametrize("metric", FLOORS)
def test_the_floor_on_passages(on_passages: dict[str, tuple[float, ...]], metric: str) -> None:
    assert on_passages[metric][2] >= FLOORS[metric][1]
