"""Stretches of time that texts give: a year, a quarter, nine months, a stage, everything up to a month."""

from dataclasses import dataclass

from ontology.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as a text gives it.

    Args:
        text: The words, white space folded (``giai đoạn 2021 - 2025``).
        start: Its first year, month or day; ``None`` where only the end is given (``đến năm 2030``).
        end: Its last year, month or day; ``None`` where it still goes on (``từ năm 2020 đến nay``).

    Raises:
        ValueError: If neither is given, or it ends before it starts.
    """

    text: str
    start: PartialDate | None
    end: PartialDate | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a period without start and end")
        if self.start is not None and self.end is not None and self.end.first_day < self.start.first_day:
            raise ValueError(f"a period that ends before it starts: {self.start}, {self.end}")
