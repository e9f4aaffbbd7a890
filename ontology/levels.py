"""The four levels of Party and State administration."""

from enum import StrEnum


class Level(StrEnum):
    """A level of administration, ``CENTRAL`` highest.

    The district level was abolished on 1 July 2025 (Luật 72/2025/QH15): later chains go from province to commune.
    """

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"

    @property
    def rank(self) -> int:
        """0 for the centre, 3 for the commune."""
        return _RANKS[self]

    @property
    def vietnamese(self) -> str:
        """The Vietnamese name: ``Trung ương``, ``cấp tỉnh``."""
        return _VIETNAMESE[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}
_VIETNAMESE = {
    Level.CENTRAL: "Trung ương",
    Level.PROVINCE: "cấp tỉnh",
    Level.DISTRICT: "cấp huyện",
    Level.COMMUNE: "cấp xã",
}
