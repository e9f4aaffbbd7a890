"""Reading the indicators of a text, and writing them in one line for tables of cases."""

import hashlib
from functools import cache

from extract.extractor import Extractor
from extract.source import SourceText
from ontology.extraction import Extraction
from ontology.indicators import Indicator

REPORT = """ĐẢNG BỘ TỈNH HẬU GIANG\tĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY PHỤNG HIỆP
*\tPhụng Hiệp, ngày 20 tháng 9 năm 2024
Số 12-BC/HU
BÁO CÁO
Kết quả thực hiện nhiệm vụ 9 tháng năm 2024
-----
"""
PLAN = REPORT.replace("12-BC/HU", "12-KH/HU").replace("BÁO CÁO\nKết quả thực hiện", "KẾ HOẠCH\nThực hiện")


@cache
def _extractor() -> Extractor:
    return Extractor()


def read(text: str) -> Extraction:
    """Extract a text."""
    return _extractor().extract(SourceText("bc.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8", text))


def figure(indicator: Indicator) -> str:
    """The number with its unit: ``42/50 chỉ tiêu``, ``3.5>2.1 %``, ``3-5 %``."""
    amount = indicator.amount
    value = f"{indicator.origin}>{amount.value}" if indicator.origin is not None else str(amount.value)
    value += f"/{amount.denominator}" if amount.denominator is not None else ""
    value += f"-{amount.upper}" if amount.upper is not None else ""
    return f"{value} {'/'.join((amount.unit, *amount.per))}"


def told(text: str) -> list[str]:
    """Number and name of each indicator: ``1.2 %: Tỷ lệ hộ nghèo``."""
    return [f"{figure(indicator)}: {indicator.name}" for indicator in read(text).indicators]


def where(text: str) -> list[str | None]:
    """The place of each indicator; ``*`` for the document's own."""
    found = read(text)
    return [
        found.mentions[i.place].norm if i.place is not None else "*" if i.place_inherited else None
        for i in found.indicators
    ]


def when(text: str) -> list[str | None]:
    """The period of each indicator; with ``*`` where it is that of the title."""
    return [
        f"{i.period.start}..{i.period.end}{'*' if i.period_inherited else ''}" if i.period else None
        for i in read(text).indicators
    ]


def which(text: str) -> list[str | None]:
    """The programme of each indicator."""
    found = read(text)
    return [found.mentions[i.programme].norm if i.programme is not None else None for i in found.indicators]
