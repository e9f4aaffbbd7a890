"""The process that unpacks pictures: what a damaged or hostile file does to Pillow's decoders ends with it.

It is run as a file, apart from the package: ``image_worker.py FOLDER FIRST COUNT`` reads a picture from standard input,
writes ``COUNT`` of its frames, from ``FIRST`` on (from 0), as grey pictures into a folder, and a line of JSON for each:
``{"number", "dpi", "frames"}``. An error is a line ``{"error": …}``: ``damaged``, ``frames`` or ``pixels``.
"""

import io
import json
import sys
from pathlib import Path
from typing import TextIO

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_FRAMES = 500
MAX_PIXELS = 100_000_000
USUAL_DPI = 300
"""What a picture that does not tell its own resolution is taken to have."""

_DAMAGED = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    MemoryError,
)


def main(arguments: list[str], data: bytes, output: TextIO) -> None:
    """Do one task; what goes wrong is written, not raised."""
    folder, first, count = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            frames = getattr(image, "n_frames", 1)
            if frames > MAX_FRAMES:
                _write(output, {"error": "frames"})
                return
            for number in range(first, min(first + count, frames)):
                image.seek(number)
                # Before its points are unpacked: a small file may claim a picture that fills the memory.
                if image.width * image.height > MAX_PIXELS:
                    _write(output, {"error": "pixels"})
                    return
                ImageOps.exif_transpose(image).convert("L").save(folder / f"{number}.pgm")
                _write(output, {"number": number, "dpi": _dpi(image.info.get("dpi")), "frames": frames})
    except Image.DecompressionBombError:
        _write(output, {"error": "pixels"})
    except _DAMAGED:
        _write(output, {"error": "damaged"})


def _write(output: TextIO, value: object) -> None:
    output.write(json.dumps(value) + "\n")


def _dpi(told: object) -> int:
    """Return the resolution that a picture tells; cameras and screens tell some that no page is scanned at."""
    value = told[0] if isinstance(told, tuple) and told else 0
    try:
        rounded = round(float(value))
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        rounded = 0
    return rounded if 100 <= rounded <= 1200 else USUAL_DPI


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer.read(), sys.stdout)
