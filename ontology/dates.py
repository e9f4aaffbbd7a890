"""Dates as documents state them: a day, a month or only a year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which the day, or day and month, may be unknown.

    The ISO 8601 form (``2022-06-16``, ``2022-06``, ``2022``) is the written form everywhere.

    Args:
        year: Four digits, 1900 to 2199: no document of this domain is older or younger.
        month: 1 to 12, or ``None``.
        day: 1 to the length of the month, or ``None``; needs a month.

    Raises:
        ValueError: If there is no such day in the Gregorian calendar. An impossible date of a source is therefore
            no ``PartialDate``: whoever reads it keeps the words and reports them.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 2199:
            raise ValueError(f"year out of range: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day without a month")
            return
        date(self.year, self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, iso: str) -> "PartialDate":
        """Read the ISO form.

        Args:
            iso: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: If it is none of these, or no such day exists.
        """
        parts = iso.split("-")
        if not 1 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts):
            raise ValueError(f"not an ISO date: {iso!r}")
        return cls(*(int(part) for part in parts))

    @property
    def vietnamese(self) -> str:
        """The form that Vietnamese readers expect: ``16/6/2022``, ``6/2022``, ``2022``."""
        return "/".join(str(part) for part in (self.day, self.month, self.year) if part is not None)

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean: the key for sorting and for comparing."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date can mean: until then what a month or a year holds may still have come."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def matches(self, other: "PartialDate") -> bool:
        """Tell whether both can mean the same day (what one leaves unknown is no contradiction)."""
        if self.year != other.year:
            return False
        if self.month is None or other.month is None:
            return True
        if self.month != other.month:
            return False
        return self.day is None or other.day is None or self.day == other.day
