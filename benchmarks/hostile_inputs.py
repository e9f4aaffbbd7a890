"""How the cost of reading grows with the length of hostile texts.

Each text is read at a length of n and of 4n characters; what is printed is the ratio of the two times, about 4 where
cost is linear and 16 where it is quadratic, and the time per character beside that of an ordinary text.

    python benchmarks/hostile_inputs.py [n] [NAME…]

n defaults to 250,000: the longer text then has a million characters. Names choose among the texts.
"""

import random
import sys
import time
from collections.abc import Callable
from itertools import islice

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
    "bars": "|",
    "rules": "-",
    "one code, glued": "18-NQ/TW",
    "fractions, no end": "1/1",
    "State codes": "105/2021/NĐ-CP ",
    "cut codes": "18-NQ/ ",
    "many organs": "18-HD/BTCTW-",
    "emoji": "\U0001f600",
    "emoji, joined": "\U0001f468\u200d\U0001f469\u200d",
    "Căn cứ": "Căn cứ ",
    "commas": ", ",
    "và": "và ",
    "Nghị quyết số": "Nghị quyết số ",
    "ngày": "ngày ",
    "ngày tháng năm": "ngày 1 tháng 1 năm ",
    "Luật sửa đổi, no law": "Luật sửa đổi, bổ sung ",
    "Luật Đất đai": "Luật Đất đai, ",
    "Hội Nông dân": "Hội Nông dân ",
    "heads": "Ban Thường vụ ",
    "heads of units": "Huyện ủy ",
    "departments": "Sở Nông nghiệp và Môi trường, ",
    "Chương trình": "Chương trình ",
    "programmes": "nông thôn mới ",
    "programme and place": "nông thôn mới xã Tân Bình, ",
    "programmes, then places": "OCOP, ",
    "A": "A ",
    "capitals": "BỘ ",
    "capitals, lines": "BỘ\n",
    "names, one line": "Nguyễn Văn A, ",
    "posts": "Bí thư ",
    "posts and commas": "Phó Bí thư, ",
    "open quotations": "chương trình “a ",
    "nested quotations": "“”",
    "straight quotation marks": '"',
    "recipients": "Nơi nhận:\n",
    "on behalf": "T/M ",
    "signatures": "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n",
    "lists": "1. ",
    "letters": "a) ",
    "được sửa đổi bởi": "được sửa đổi, bổ sung bởi ",
    "hết hiệu lực": "hết hiệu lực ",
    "places, no comma": "xã Tân Bình ",
    "numbered places": "ấp 4, ",
    "districts": "huyện Phụng Hiệp, tỉnh Hậu Giang, ",
    "full stops without space": "a.",
    "semicolons": "a; ",
    "bold": "**a** ",
    "emphasis over lines": "*\n",
    "no-break spaces": "\u00a0a",
}
STARTS = {
    "listed under a cue": "Căn cứ ",
    "one code, listed": "Kế hoạch số 1-KH/HU thực hiện ",
    "abbreviation without end": "Quyết định số ",
    "list items": "Các văn bản sau đây hết hiệu lực:\n",
    "programmes, then places": "xã Tân Bình, xã Hòa Mỹ, ",
}
MIXTURES = 6
"""Number of texts that are put together at random from all pieces, always the same ones."""


def names() -> list[str]:
    """Return the names of all texts, the ordinary one first."""
    return [*PIECES, *(f"mixture {number}" for number in range(1, MIXTURES + 1))]


def text_of(name: str, length: int) -> str:
    """Return the hostile text of a name, ``length`` characters long."""
    if name.startswith("mixture "):
        return _mixture(int(name.split()[1]), length)
    piece = PIECES[name]
    return (STARTS.get(name, "") + piece * (length // len(piece) + 1))[:length]


def _mixture(number: int, length: int) -> str:
    """Return pieces in random order; from mixture to mixture each one is repeated more often."""
    chance = random.Random(number)  # noqa: S311 - the same text each time
    pieces = [piece for name, piece in PIECES.items() if not name.startswith("ordinary")]
    endless = (chance.choice(pieces) * chance.randint(1, number * number) for _ in iter(int, 1))
    return "".join(islice(endless, length // 2 + 1))[:length]


def seconds(read: Callable[[SourceText], object], text: str) -> float:
    """Return the processor time of one reading."""
    source = SourceText("hostile.txt", "0" * 64, "utf-8", text)
    start = time.process_time()
    read(source)
    return time.process_time() - start


def main() -> None:
    """Print one line for each hostile text."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    chosen = sys.argv[2:] or names()
    read = Extractor().extract
    seconds(read, text_of("ordinary text", length))  # tables are read at the first text
    usual = min(seconds(read, text_of("ordinary text", 4 * length)) for _ in range(3))
    print(f"{'text':28s} {'n, s':>8s} {'4n, s':>8s} {'4n/n':>6s} {'× usual':>8s}   (n = {length:,} characters)")
    for name in chosen:
        short, long = seconds(read, text_of(name, length)), seconds(read, text_of(name, 4 * length))
        print(f"{name:28s} {short:8.3f} {long:8.3f} {long / short:6.1f} {long / usual:8.2f}", flush=True)


if __name__ == "__main__":
    main()
