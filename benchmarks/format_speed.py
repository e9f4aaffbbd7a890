"""How long a document of the sample corpus takes to read in each format, beside extracting what it says.

Prints, for the longest of them: seconds from bytes to text, seconds a page where there are pages, and the ratio to the
extraction from that text in the same process.

    python benchmarks/format_speed.py
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "plugins"))

from document_makers import convert, picture_file, pictures, print_pdf, web_page, word_document  # noqa: E402

from extract.extractor import Extractor  # noqa: E402
from extract.formats import read  # noqa: E402
from extract.source import SourceText  # noqa: E402

REPEATS = 3


def least(work: Callable[[], object]) -> float:
    """Return the least time of some runs, in seconds."""
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Make the files, read them, print a table."""
    longest = max((ROOT / "examples" / "documents").rglob("*.txt"), key=lambda path: path.stat().st_size)
    text = longest.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = print_pdf(web_page(text), folder)
        word = word_document(text)
        files = {
            "txt": text.encode(),
            "html": web_page(text).encode(),
            "docx": word,
            "pdf": pdf,
            "rtf": convert(word, "docx", "rtf", folder),
            "tif": picture_file(pictures(pdf, 300), "TIFF", 300),
        }
    extractor = Extractor()
    source = SourceText("a.txt", "0" * 64, "utf-8", text)
    extracting = least(lambda: extractor.extract(source))
    print(f"{longest.name}: {len(text)} characters, extracting {extracting:.2f} s")
    for suffix, data in files.items():
        made = read(data, f"a.{suffix}", longest.name)
        seconds = least(lambda data=data, suffix=suffix: read(data, f"a.{suffix}", longest.name))  # type: ignore[misc]
        pages = f", {len(made.pages)} pages, {seconds / len(made.pages):.2f} s a page" if made.pages else ""
        print(f"{suffix:5} {seconds:7.3f} s, {seconds / extracting:6.2f} of extracting{pages}")


if __name__ == "__main__":
    main()
