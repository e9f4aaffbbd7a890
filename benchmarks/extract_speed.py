"""What reading costs: speed beside peers, growth with length, memory, two processes, start-up.

    python benchmarks/extract_speed.py [--folder FOLDER] [PART…]

Parts: ``speed`` (characters a second of processor time, beside underthesea's NER), ``citations`` (the citation
components alone, beside eyecite on English text), ``length`` (whole command on 10 kB to 10 MB, with its peak memory),
``jobs`` (whole command with one and with two processes), ``start`` (whole command on one small file). All by default.

FOLDER defaults to the development corpus beside the project, else to the sample corpus. The peers are no
dependencies; where one is missing its ratio is left out: ``pip install '.[bench]'`` installs them. underthesea is
given only as many characters as it can read in about ``PEER_SECONDS``; a peer runs in this process, after us.
"""

import argparse
import logging
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from english_law import english_law

from extract.extractor import Extractor
from extract.normalize import normalize
from extract.pipeline import build_pipeline
from extract.reading import Reading, set_reading
from extract.source import SourceText, list_sources, read_source

ROUNDS = 5
WALL_ROUNDS = 3
PEER_SECONDS = 20.0
LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)
COPIES = 12
"""How many times the folder is read for the comparison of one process and two."""
CITATIONS = ("cuthehoa_citations", "cuthehoa_citation_attributes")
HOME = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-m", "ui.cli")


def default_folder() -> Path:
    """Return the 80 development files, or the sample corpus where they are absent."""
    corpus = HOME.parent / "shared" / "corpus"
    return corpus if corpus.is_dir() else HOME / "examples" / "documents"


def read_folder(folder: Path) -> list[SourceText]:
    """Return the sources of a folder."""
    return [read_source(source) for source in list_sources([folder])]


def rounds_of(work: Callable[[], object], characters: int) -> list[float]:
    """Return the characters a second of processor time of each of ``ROUNDS`` rounds, behind one that warms up."""
    work()
    speeds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        speeds.append(characters / (time.process_time() - begun))
    return speeds


def shown(speeds: Sequence[float]) -> str:
    """Return median and range of speeds for people."""
    return (
        f"{statistics.median(speeds):,.0f} characters/CPU-s "
        f"(median of {len(speeds)}; {min(speeds):,.0f} to {max(speeds):,.0f})"
    )


def speed(folder: Path) -> None:
    """Print the speed of the whole pipeline, and of underthesea's NER on the same text."""
    sources = read_folder(folder)
    characters = sum(len(source.text) for source in sources)
    print(f"input: {len(sources)} files of {folder.name}, {characters:,} characters")
    extractor = Extractor()
    begun = time.process_time()
    for source in sources:
        extractor.extract(source)
    first = characters / (time.process_time() - begun)
    own = rounds_of(lambda: [extractor.extract(source) for source in sources], characters)
    print(f"cuthehoa: {shown(own)}; {first:,.0f} in the very first round, in which tables are read")
    try:
        from underthesea import ner
    except ImportError:
        print("underthesea: not installed, no ratio")
        return
    ner("Hà Nội")
    given = 0
    begun = time.process_time()
    for paragraph in (part for source in sources for part in source.text.split("\n") if part.strip()):
        ner(paragraph)
        given += len(paragraph)
        if time.process_time() - begun > PEER_SECONDS:
            break
    peer = given / (time.process_time() - begun)
    print(f"underthesea NER: {peer:,.0f} characters/CPU-s (on the first {given:,} characters)")
    print(f"ratio: {statistics.median(own) / peer:.1f}")


def citations(folder: Path) -> None:
    """Print the speed of the citation components alone, and of eyecite on as much English text."""
    texts = [normalize(s.text, markdown=s.file.endswith(".md")).text for s in read_folder(folder)]
    characters = sum(map(len, texts))
    nlp = build_pipeline()
    components = [component for name, component in nlp.pipeline if name in CITATIONS]

    def read() -> int:
        found = 0
        for text in texts:
            doc = nlp.make_doc(text)
            reading = Reading(text)
            set_reading(doc, reading)
            for component in components:
                doc = component(doc)
            found += len(reading.candidates["citations"])
        return found

    own = rounds_of(read, characters)
    print(f"cuthehoa, citations alone: {shown(own)}; {read():,} citations in {characters:,} characters")
    try:
        from eyecite import get_citations
        from eyecite.tokenizers import AhocorasickTokenizer, HyperscanTokenizer, Tokenizer
    except ImportError:
        print("eyecite: not installed, no ratio")
        return
    logging.getLogger("eyecite").setLevel(logging.ERROR)  # it tells of each citation that overlaps another
    english = [english_law(len(text), seed) for seed, text in enumerate(texts, 1)]
    tokenizers: list[Tokenizer] = [AhocorasickTokenizer()]
    try:
        import hyperscan  # noqa: F401 - the tokenizer imports it as late as at its first text

        tokenizers.append(HyperscanTokenizer(cache_dir=str(Path(tempfile.gettempdir(), "eyecite-hyperscan"))))
    except ImportError:
        print("hyperscan: not installed, eyecite with its default tokenizer only")
    for tokenizer in tokenizers:
        get_citations(english[0], tokenizer=tokenizer)  # hyperscan compiles its patterns, for minutes, and keeps them
        begun = time.process_time()
        found = sum(len(get_citations(text, tokenizer=tokenizer)) for text in english)
        peer = characters / (time.process_time() - begun)
        name = type(tokenizer).__name__
        print(f"eyecite, {name}: {peer:,.0f} characters/CPU-s; {found:,} citations in texts of the same lengths")
        print(f"ratio: {statistics.median(own) / peer:.1f}")


def run(arguments: Sequence[str], output: Path | None = None) -> tuple[float, float, int]:
    """Run the program.

    Returns:
        Wall time and processor time in seconds, peak memory of its largest process in kB.
    """
    # In a process of its own, because a process knows only the largest of all its children.
    code = (
        "import resource, subprocess, sys, time\n"
        "begun = time.perf_counter()\n"
        "subprocess.run(sys.argv[2:], check=True, stdout=open(sys.argv[1], 'wb'))\n"
        "wall, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
    )
    command = [sys.executable, "-c", code, str(output or os.devnull), *PROGRAM, *arguments]
    wall, used, memory = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=HOME).stdout.split()
    return float(wall), float(used), int(memory)


def length(folder: Path) -> None:
    """Print how the whole command's cost and memory grow with the length of one file."""
    data = "\n".join(source.text for source in read_folder(folder)).encode()
    with tempfile.TemporaryDirectory() as place:
        start = 0.0
        for size in LENGTHS:
            file = Path(place, f"{size}.md")
            text = (data * (size // len(data) + 1))[:size].decode("utf-8", "ignore")
            file.write_text(text, encoding="utf-8")
            used, memory = min(run(["extract", str(file)])[1:] for _ in range(WALL_ROUNDS))
            start = start or used
            rate = f"{len(text) / (used - start):,.0f} characters/CPU-s behind start-up, " if used > start else ""
            print(f"{size / 1000:,.0f} kB: {used:.2f} s of processor time, {rate}{memory / 1024:,.0f} MB at most")


def jobs(folder: Path) -> None:
    """Print how long the whole command takes with one process and with two, and whether the output is the same."""
    with tempfile.TemporaryDirectory() as place:
        for number in range(COPIES):
            shutil.copytree(folder, Path(place, "in", str(number)))
        walls: dict[int, list[float]] = {1: [], 2: []}
        outputs = {number: Path(place, f"{number}.jsonl") for number in walls}
        for _ in range(WALL_ROUNDS):
            for number, times in walls.items():
                wall, used, _ = run(["extract", str(Path(place, "in")), "--jobs", str(number)], outputs[number])
                times.append(wall)
                load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
                print(f"--jobs {number}: {wall:.2f} s, processor time {used:.2f} s (load of the machine {load:.1f})")
        same = "the same" if outputs[1].read_bytes() == outputs[2].read_bytes() else "NOT THE SAME"
    print(f"ratio of the shortest: {min(walls[1]) / min(walls[2]):.2f}; output {same}")


def start(folder: Path) -> None:
    """Print how long the whole command takes on the smallest file."""
    smallest = min(list_sources([folder]), key=lambda source: source.path.stat().st_size).path
    for arguments in (["--help"], ["extract", str(smallest)]):
        wall, used, _ = min(run(arguments) for _ in range(ROUNDS))
        print(f"cuthehoa {arguments[0]}: {wall:.2f} s, processor time {used:.2f} s (shortest of {ROUNDS})")


PARTS = {"speed": speed, "citations": citations, "length": length, "jobs": jobs, "start": start}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []], default=[])
    arguments = parser.parse_args()
    print(f"machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name in arguments.parts or PARTS:
        print(f"\n{name}")
        PARTS[name](arguments.folder.resolve())


if __name__ == "__main__":
    main()
