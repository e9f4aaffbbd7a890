"""How the cost of reading grows with the length of hostile texts.

Each text is read at a length of n and of 4n characters; what is printed is the ratio of the two times, about 4 where
cost is linear and 16 where it is quadratic, and the time per character beside that of an ordinary text.

    python benchmarks/hostile_inputs.py [n]
"""

import sys
import time
from collections.abc import Callable

from extract.extractor import Extractor
from extract.source import SourceText

ORDINARY = (
    "Ban Thường vụ Huyện ủy ban hành Kế hoạch số 109-KH/HU ngày 02/02/2023 để cụ thể hóa thực hiện Chương trình số "
    "139-CTr/TU ngày 09/11/2022 của Ban Chấp hành Đảng bộ tỉnh về thực hiện Nghị quyết số 18-NQ/TW. Các xã Tân Bình, "
    "Hòa Mỹ, thị trấn Búng Tàu đạt chuẩn nông thôn mới; đồng chí Nguyễn Văn Một, Phó Bí thư Huyện ủy, dự hội nghị.\n"
)
PIECES = {
    "ordinary text": ORDINARY,
    "ordinary text, one line": ORDINARY.replace("\n", " "),
    "brackets": "(",
    "quotation marks": "“",
    "fractions": "1/",
    "dates": "1/1/2020 ",
    "one code": "18-NQ/TW ",
    "one code, listed": "18-NQ/TW, ",
    "listed under a cue": "Nghị quyết số 18-NQ/TW, ",
    "no space": "ă",
    "capitals without space": "Ă",
    "digits": "7",
    "spaces": " ",
    "tabs": "\t",
    "zero-width and blanks": "\u200b ",
    "line feeds": "\n",
    "carriage returns": "\r\n",
    "short lines": "a\n",
    "stars": "*",
    "underscores": "_",
    "decomposed": "e\u0302\u0323",
    "marks": "\u0323",
    "số": "số ",
    "Luật": "Luật ",
    "Luật sửa đổi": "Luật sửa đổi, bổ sung một số điều của Luật Đất đai; ",
    "abbreviation without end": "1/AB-",
    "capital and digits": "A1",
    "của": "của ",
    "các": "các ",
    "thực hiện": "thực hiện ",
    "thực hiện nghiêm túc": "thực hiện nghiêm túc, ",
    "khoản": "khoản 1 Điều 2, ",
    "xã": "xã ",
    "xã Tân Bình": "xã Tân Bình, ",
    "names": "Nguyễn Văn ",
    "Ủy ban": "Ủy ban nhân dân ",
    "Đại hội": "Nghị quyết Đại hội ",
    "chương trình": "Chương trình “",
    "đồng chí": "đồng chí ",
    "list items": "- Nghị quyết số 18-NQ/TW;\n",
    "full stops": ". ",
    "table cells": "| a ",
    "rules": "-",
}
STARTS = {
    "listed under a cue": "Căn cứ ",
    "one code, listed": "Kế hoạch số 1-KH/HU thực hiện ",
    "abbreviation without end": "Quyết định số ",
    "list items": "Các văn bản sau đây hết hiệu lực:\n",
}


def text_of(name: str, length: int) -> str:
    """Return the hostile text of a name, ``length`` characters long."""
    piece = PIECES[name]
    return (STARTS.get(name, "") + piece * (length // len(piece) + 1))[:length]


def seconds(read: Callable[[SourceText], object], text: str) -> float:
    """Return the least processor time of two readings."""
    source = SourceText("hostile.txt", "0" * 64, "utf-8", text)
    times = []
    for _ in range(2):
        start = time.process_time()
        read(source)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print one line for each hostile text."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    read = Extractor().extract
    usual = 0.0
    print(f"{'text':28s} {'n, s':>8s} {'4n, s':>8s} {'4n/n':>6s} {'× usual':>8s}   (n = {length:,} characters)")
    for name in PIECES:
        short, long = seconds(read, text_of(name, length)), seconds(read, text_of(name, 4 * length))
        usual = usual or long
        print(f"{name:28s} {short:8.3f} {long:8.3f} {long / short:6.1f} {long / usual:8.2f}", flush=True)


if __name__ == "__main__":
    main()
