"""Where the documents are: the sample corpus of the project, and the real ones that lie beside the checkout."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CUTHEHOA_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample_dir() -> Path:
    """The sample corpus that the project wrote."""
    return ROOT / "examples" / "documents"


@pytest.fixture(scope="session")
def seeds_dir() -> Path:
    """Five real documents with their text as published."""
    return _shared("seeds")


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """Eighty real documents."""
    return _shared("corpus")


@pytest.fixture(scope="session")
def gold_dir() -> Path:
    """The hand-made annotations of some of them."""
    return _shared("gold")


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: set CUTHEHOA_SHARED to the folder that holds {name}/")
    return folder
