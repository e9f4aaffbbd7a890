"""The option ``--as-of``: the day whose knowledge and whose administrative units are meant."""

import calendar
import datetime as dt
from typing import Annotated

import typer

from ui.cli.failures import UsageError
from ui.wording import read_date

AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        help="Chỉ những gì người đọc ngày ấy có thể biết, theo đơn vị hành chính của ngày ấy: 2025-06-30 hoặc "
        "30/6/2025. Văn bản không rõ ngày vẫn được tính.",
    ),
]


def as_of_day(text: str | None) -> dt.date | None:
    """Read the value of ``--as-of``; of a month or year alone the last day is meant.

    Raises:
        UsageError: If it is no date.
    """
    if text is None:
        return None
    try:
        date = read_date(text)
        month = date.month or 12
        return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])
    except ValueError as error:
        raise UsageError(
            f"“{text}” không phải là ngày có trong lịch", where="--as-of", todo="Viết như 2025-06-30 hoặc 30/6/2025"
        ) from error
