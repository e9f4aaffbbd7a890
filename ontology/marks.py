"""Closed sets of what head and foot of a document say: secrecy, urgency, on what authority one signs.

Sources: Luật Bảo vệ bí mật nhà nước 29/2018/QH14, article 8; Nghị định 30/2020/NĐ-CP, annex I, parts II.7 and II.9;
Quy định 66-QĐ/TW (2017) and Hướng dẫn 36-HD/VPTW (2018) of the Party.
"""

from dataclasses import dataclass
from enum import StrEnum


class Secrecy(StrEnum):
    """Degree of secrecy."""

    CONFIDENTIAL = "confidential"
    """Mật."""
    SECRET = "secret"  # noqa: S105 - a degree, no password
    """Tối mật."""
    TOP_SECRET = "top_secret"  # noqa: S105 - a degree, no password
    """Tuyệt mật."""

    @property
    def vietnamese(self) -> str:
        """What people call it."""
        return {"confidential": "Mật", "secret": "Tối mật", "top_secret": "Tuyệt mật"}[self.value]


class Urgency(StrEnum):
    """Degree of urgency."""

    URGENT = "urgent"
    """Khẩn."""
    VERY_URGENT = "very_urgent"
    """Thượng khẩn."""
    EXPRESS = "express"
    """Hỏa tốc."""
    TIMED_EXPRESS = "timed_express"
    """Hỏa tốc hẹn giờ."""

    @property
    def vietnamese(self) -> str:
        """What people call it."""
        return {
            "urgent": "Khẩn",
            "very_urgent": "Thượng khẩn",
            "express": "Hỏa tốc",
            "timed_express": "Hỏa tốc hẹn giờ",
        }[self.value]


class Authority(StrEnum):
    """On what authority a person signs."""

    ON_BEHALF = "on_behalf"
    """T/M, TM.: on behalf of a collective (thay mặt)."""
    FOR_HEAD = "for_head"
    """K/T, KT.: the deputy for the head (ký thay)."""
    BY_ORDER = "by_order"
    """T/L, TL.: by the head's order (thừa lệnh)."""
    BY_DELEGATION = "by_delegation"
    """TUQ.: by the head's delegation (thừa ủy quyền)."""
    ACTING = "acting"
    """Q.: acting head (quyền)."""

    @property
    def vietnamese(self) -> str:
        """What people call it."""
        return {
            "on_behalf": "thay mặt",
            "for_head": "ký thay",
            "by_order": "thừa lệnh",
            "by_delegation": "thừa ủy quyền",
            "acting": "quyền",
        }[self.value]


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """A mark of secrecy.

    Args:
        degree: Which one.
        written: As the document has it (``TỐI MẬT``).
    """

    degree: Secrecy
    written: str


@dataclass(frozen=True, slots=True)
class UrgencyMark:
    """A mark of urgency.

    Args:
        degree: Which one.
        written: As the document has it (``HỎA TỐC HẸN GIỜ 14 giờ``).
    """

    degree: Urgency
    written: str
