"""How fast sources are read: characters a second of processor time on one core, beside underthesea's NER.

    python benchmarks/extract_speed.py [FOLDER]

FOLDER defaults to the development corpus beside the project, else to the sample corpus. underthesea is a peer, not a
dependency: install it by hand (``pip install underthesea``) to get the ratio. It is given only as many characters
as it can read in about ``PEER_SECONDS``, of the same files; both run in this process, one after the other.
"""

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 5
PEER_SECONDS = 20.0
HOME = Path(__file__).resolve().parents[1]


def default_folder() -> Path:
    """Return the 80 development files, or the sample corpus where they are absent."""
    corpus = HOME.parent / "shared" / "corpus"
    return corpus if corpus.is_dir() else HOME / "examples" / "documents"


def peer() -> Callable[[str], object] | None:
    """Return underthesea's NER, or ``None`` where it is not installed."""
    try:
        from underthesea import ner
    except ImportError:
        return None
    ner("Hà Nội")
    read: Callable[[str], object] = ner
    return read


def peer_speed(read: Callable[[str], object], texts: list[str]) -> tuple[float, int]:
    """Return characters a second of the peer, and how many it was given: paragraph by paragraph, as it is meant."""
    characters = 0
    started = time.process_time()
    for text in texts:
        for paragraph in filter(str.strip, text.split("\n")):
            read(paragraph)
            characters += len(paragraph)
            if time.process_time() - started > PEER_SECONDS:
                return characters / (time.process_time() - started), characters
    return characters / (time.process_time() - started), characters


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=default_folder())
    folder = parser.parse_args().folder
    started = time.process_time()
    from extract.extractor import Extractor
    from extract.source import list_sources, read_source

    extractor = Extractor()
    loaded = time.process_time() - started
    sources = [read_source(source) for source in list_sources([folder])]
    characters = sum(len(source.text) for source in sources)
    extractor.extract(sources[0])
    rounds: list[float] = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for source in sources:
            extractor.extract(source)
        rounds.append(characters / (time.process_time() - begun))
    own = statistics.median(rounds)
    print(f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"input: {len(sources)} files of {folder.name}, {characters:,} characters")
    print(f"import and start-up: {loaded:.2f} s")
    print(f"cuthehoa: {own:,.0f} characters/CPU-s (median of {ROUNDS}; {min(rounds):,.0f} to {max(rounds):,.0f})")
    read = peer()
    if read is None:
        print("underthesea: not installed, no ratio (pip install underthesea)", file=sys.stderr)
        return
    speed, given = peer_speed(read, [source.text for source in sources])
    print(f"underthesea NER: {speed:,.0f} characters/CPU-s (on the first {given:,} characters)")
    print(f"ratio: {own / speed:.1f}")


if __name__ == "__main__":
    main()
