"""Options that name a day, and how their values are read."""

import datetime as dt
from typing import Annotated

import typer

from ontology.dates import PartialDate
from ui.cli.failures import UsageError
from ui.wording import read_date

DateOption = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="NGÀY", help="Ngày ban hành, khi một mã chỉ nhiều văn bản: 2022-06-16 hoặc 16/6/2022."
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="NGÀY", help="Chỉ văn bản từ ngày (tháng, năm) này: 2022-06-16, 6/2022, 2022."),
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="NGÀY", help="Chỉ văn bản đến hết ngày (tháng, năm) này.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        help="Như người đọc đến hết ngày (tháng, năm) này có thể biết: bỏ văn bản và câu của văn bản ra sau đó, giữ "
        "văn bản không rõ ngày; đơn vị hành chính của ngày đó.",
    ),
]


def date_of(option: str, text: str | None) -> PartialDate | None:
    """Read the value of an option that names a date.

    Args:
        option: The option's name, for the message.
        text: What was typed.

    Raises:
        UsageError: If it is no date.
    """
    if text is None:
        return None
    try:
        return read_date(text)
    except ValueError as error:
        raise UsageError(
            f"“{text}” không phải là ngày có trong lịch", where=option, todo="Viết như 2022-06-16 hoặc 16/6/2022"
        ) from error


def first_day_of(option: str, text: str | None) -> dt.date | None:
    """Read the value of an option that names the beginning of a time: of a month or a year, its first day.

    Raises:
        UsageError: If it is no date.
    """
    date = date_of(option, text)
    return None if date is None else date.first_day


def last_day_of(option: str, text: str | None) -> dt.date | None:
    """Read the value of an option that names the end of a time: of a month or a year, its last day.

    Raises:
        UsageError: If it is no date.
    """
    date = date_of(option, text)
    return None if date is None else date.last_day


def as_of_day(text: str | None) -> dt.date | None:
    """Read the value of ``--as-of``: what a month or a year holds could be known at its end.

    Raises:
        UsageError: If it is no date.
    """
    return last_day_of("--as-of", text)


def in_order(since: dt.date | None, until: dt.date | None) -> None:
    """Refuse a time that ends before it begins.

    Raises:
        UsageError: If it does.
    """
    if since is not None and until is not None and until < since:
        raise UsageError("--since muộn hơn --until", todo="Hãy đổi hai ngày cho nhau")
