"""Options that name a day, and how their values are read."""

import calendar
import datetime as dt
from typing import Annotated

import typer

from ontology.dates import PartialDate
from ui.cli.failures import UsageError
from ui.wording import read_date

SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="NGÀY", help="Từ ngày này: 2022-06-16, 16/6/2022, 6/2022 hoặc 2022.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="NGÀY", help="Đến hết ngày này; 2023 là đến hết năm 2023.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        help="Như người đọc vào ngày này có thể biết: bỏ văn bản và câu của văn bản ra sau ngày đó, giữ văn bản "
        "không rõ ngày; đơn vị hành chính của ngày đó.",
    ),
]


def first_day_of(option: str, text: str | None) -> dt.date | None:
    """Read the value of an option that names the beginning of a time.

    Raises:
        UsageError: If it is no date.
    """
    date = _date(option, text)
    return None if date is None else date.first_day


def last_day_of(option: str, text: str | None) -> dt.date | None:
    """Read the value of an option that names the end of a time: of a month or a year, its last day.

    Raises:
        UsageError: If it is no date.
    """
    date = _date(option, text)
    if date is None:
        return None
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def in_order(since: dt.date | None, until: dt.date | None) -> None:
    """Refuse a time that ends before it begins.

    Raises:
        UsageError: If it does.
    """
    if since is not None and until is not None and until < since:
        raise UsageError("--until ở trước --since", todo="Đổi hai ngày cho nhau")


def _date(option: str, text: str | None) -> PartialDate | None:
    if text is None:
        return None
    try:
        return read_date(text)
    except ValueError as error:
        raise UsageError(
            f"“{text}” không phải là ngày có trong lịch", where=option, todo="Viết như 2022-06-16 hoặc 16/6/2022"
        ) from error
