"""The same sources give the same graph, byte for byte: in any order, in any number of builds, read by any number of workers."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from identity_corpus import as_file, corpora, of_file

from extract.source import SourceFile
from graph.build import build
from graph.generations import live_generation
from graph.identity import build_content
from graph.stores import sqlite_store
from ontology.errors import SourceError
from ontology.extraction import Extraction


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_order_gives_the_same_content(corpus: list[Extraction], chance: object) -> None:
    content = build_content(corpus)
    shuffled = list(corpus)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert build_content(shuffled) == content


@given(corpora())
@settings(max_examples=50, deadline=None)
def test_the_content_is_whole_and_comes_back_whole(corpus: list[Extraction]) -> None:
    """Nothing hangs in the air, each list is in order, and the database holds it all."""
    content = build_content(corpus)
    known = {entity.iri for entity in content.entities}
    assert [entity.iri for entity in content.entities] == sorted(known)
    assert {end for edge in content.edges for end in (edge.source, edge.target)} <= known
    assert {end for pair in content.part_of for end in pair} <= known
    assert {mention.iri for source in content.sources for mention in source.mentions} <= known
    assert {iri for _, iri in content.aliases} <= known
    assert not {alias for alias, _ in content.aliases} & known
    wanted = [(entity.iri, candidate) for entity in content.entities for candidate in entity.candidates]
    assert [(found.citation, found.candidate) for found in content.reasons] == sorted(wanted)
    assert {end for proposal in content.proposals for end in (proposal.one, proposal.other)} <= known
    for entity in content.entities:
        assert entity.open == bool(entity.candidates)
        assert set(entity.joint_issuers) <= known
    for ordered in (content.aliases, content.part_of, [(p.one, p.other) for p in content.proposals]):
        assert list(ordered) == sorted(set(ordered))
    with tempfile.TemporaryDirectory() as folder:
        sqlite_store.write(content, Path(folder) / "g.sqlite")
        assert sqlite_store.read_content(Path(folder) / "g.sqlite") == content


class _Reader(ModuleType):
    """Gives prepared extractions for files, in place of the real reader."""

    def __init__(self, corpus: Sequence[Extraction]) -> None:
        super().__init__("extract.extractor")
        self._by_file = {extraction.file: of_file(extraction) for extraction in corpus}

    def extract_sources(self, sources: Sequence[SourceFile], jobs: int = 1) -> Iterator[Extraction | SourceError]:
        return (self._by_file[Path(source.file).name] for source in sources)


@given(corpus=corpora(4), data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_way_to_the_same_files_gives_the_same_bytes(
    corpus: list[Extraction], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "extract.extractor", _Reader(corpus))
    with tempfile.TemporaryDirectory() as name:
        texts, at_once, by_and_by = (Path(name) / part for part in ("texts", "at-once", "by-and-by"))
        texts.mkdir()
        for extraction in data.draw(st.permutations(corpus)):
            (texts / extraction.file).write_bytes(as_file(extraction))
            if data.draw(st.booleans()):
                build([texts], by_and_by, stores={})
        for extraction in data.draw(st.lists(st.sampled_from(corpus), max_size=1)):
            # A file that is away for one build and comes back.
            (texts / extraction.file).unlink()
            if any(texts.iterdir()):
                build([texts], by_and_by, stores={})
            (texts / extraction.file).write_bytes(as_file(extraction))
        build([texts], by_and_by, stores={})
        build([texts], at_once, stores={})
        assert live_generation(by_and_by).database.read_bytes() == live_generation(at_once).database.read_bytes()


def test_any_number_of_workers_gives_the_same_bytes(project_root: Path, tmp_path: Path) -> None:
    texts = project_root / "examples" / "documents" / "huyen-phung-hiep"
    built = []
    for jobs in (1, 2):
        build([texts], tmp_path / str(jobs), jobs=jobs, stores={})
        built.append(live_generation(tmp_path / str(jobs)).database.read_bytes())
    assert built[0] == built[1]
