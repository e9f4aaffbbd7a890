"""The graph of the sample corpus, built once for all tests of one run that only read it."""

from pathlib import Path

import pytest

from graph.build import build


@pytest.fixture(scope="session")
def sample_graph(sample_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample corpus's graph. Read-only: whoever builds into a graph takes another folder."""
    folder = tmp_path_factory.mktemp("sample") / "graph"
    report = build([sample_dir], folder)
    assert report.failed == ()
    return folder
