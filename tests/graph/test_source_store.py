"""What was read is kept by content hash, whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from hand_made import Source, chain

from graph.sources import SourceStore
from ontology.extraction import Extraction


@pytest.fixture
def store(tmp_path: Path) -> SourceStore:
    return SourceStore(tmp_path, "rules-1")


def _path(folder: Path, sha256: str) -> Path:
    return folder / "sources" / f"{sha256}.jsonl"


def test_it_gives_back_what_it_was_given(store: SourceStore) -> None:
    extraction = chain("một.txt").extraction()
    store.save(extraction)
    assert store.has(extraction.sha256)
    assert store.load(extraction.sha256, "một.txt") == extraction


def test_a_renamed_file_is_known_under_its_new_name(store: SourceStore) -> None:
    extraction = chain("một.txt").extraction()
    store.save(extraction)
    found = store.load(extraction.sha256, "hai.txt")
    assert found is not None
    assert found.file == "hai.txt"
    assert {statement.evidence.file for statement in found.statements} == {"hai.txt"}


def test_the_record_is_the_same_whatever_the_name(store: SourceStore, tmp_path: Path) -> None:
    extraction = chain("một.txt").extraction()
    store.save(extraction)
    first = _path(tmp_path, extraction.sha256).read_bytes()
    store.save(replace(chain("hai.txt").extraction(), sha256=extraction.sha256))
    assert _path(tmp_path, extraction.sha256).read_bytes() == first


def test_texts_that_no_encoder_takes_are_kept(store: SourceStore) -> None:
    source = Source("x.txt", body="lone \ud800, nul \0, \r\n\u2028 line\n")
    source.doc("18-NQ/TW")
    # A digest of our own: such a text has no UTF-8 form to hash.
    extraction = Extraction(source.file, "0" * 64, "utf-8", source.body, source.head, tuple(source.mentions), ())
    store.save(extraction)
    assert store.load(extraction.sha256, "x.txt") == extraction


@pytest.mark.parametrize("cut", [0, 1, 40, 300, -1, -30, -75])
def test_a_record_cut_short_counts_as_absent(store: SourceStore, tmp_path: Path, cut: int) -> None:
    extraction = chain().extraction()
    store.save(extraction)
    path = _path(tmp_path, extraction.sha256)
    data = path.read_bytes()
    path.write_bytes(data[:cut] if cut != -1 else data[:-2])
    assert store.load(extraction.sha256, "bc.txt") is None


def test_a_changed_byte_is_noticed(store: SourceStore, tmp_path: Path) -> None:
    extraction = chain().extraction()
    store.save(extraction)
    path = _path(tmp_path, extraction.sha256)
    path.write_bytes(path.read_bytes().replace(b"2023-02-02", b"2023-02-03"))
    assert store.load(extraction.sha256, "bc.txt") is None


def test_what_other_rules_read_counts_as_absent(store: SourceStore, tmp_path: Path) -> None:
    extraction = chain().extraction()
    store.save(extraction)
    newer = SourceStore(tmp_path, "rules-2")
    assert not newer.has(extraction.sha256)
    assert newer.load(extraction.sha256, "bc.txt") is None
    assert newer.load(extraction.sha256, "bc.txt", any_version=True) == extraction


def test_only_the_wanted_records_are_kept(store: SourceStore, tmp_path: Path) -> None:
    first, second = chain().extraction(), Source("b.txt", body="b\n").extraction()
    store.save(first)
    store.save(second)
    (tmp_path / "sources" / f"{first.sha256}.77.partial").write_bytes(b"half")
    store.keep_only([second.sha256])
    assert [path.name for path in (tmp_path / "sources").iterdir()] == [f"{second.sha256}.jsonl"]
