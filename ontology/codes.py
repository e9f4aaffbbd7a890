"""Document codes: ``18-NQ/TW`` (Party), ``105/2021/NĐ-CP`` and ``89/KH-UBND`` (State).

Sources: Quy định 66-QĐ/TW (2017) and 399-QĐ/TW of the Party; Nghị định 30/2020/NĐ-CP, annex I, of the State.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from ontology.document_types import official_type_code


class CodeStyle(StrEnum):
    """Which of the two grammars a code follows."""

    PARTY = "party"
    STATE = "state"


# Older papers leave the dash out: "217 CV/UB", without its space "217CV/UB".
_PARTY = re.compile(
    r"(?P<number>\d*[a-zđA-D]?)(?P<dash>-|(?<=\d)(?=[A-ZĐ]))(?P<type>[^\W\d_]+)/(?P<organ>[^\s/]+(?:/[^\s/]+)?)$"
)
_STATE = re.compile(
    r"(?P<number>\d*(?:\.\d{1,3}(?=/))?[a-zđA-D]?)(?:/|[-.](?=\d{4}/))(?:(?P<year>\d{4})/)?(?P<rest>[^\s]+)$"
)
# Before the rule of 1996 the organ followed the number: "64-CP", "773-TTg".
_OLD = re.compile(r"(?P<number>\d+[a-zđ]?)-(?P<organ>[^\W\d_][^\s/]*)$")
_DASHLESS = re.compile(r"^(\d+)(?=[A-ZĐ])")
_NATIONAL_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d+$")
# The rule writes "QĐ-UBND"; met as well are "QĐ.UBND-VX" and "TTLT/BTC-BTNMT".
_BEHIND_TYPE = re.compile(r"[-./]")


@dataclass(frozen=True, slots=True)
class DocumentCode:
    """A code in its normalised form: no "số", no inner spaces, plain ``-`` and ``/``.

    Args:
        text: The whole normalised code, the form that people read and write.
        style: Its grammar.
        number: The running number as written (``05``, ``8b``); empty where the source left it blank.
        year: The year that a State code carries, else ``None``.
        type_code: ``NQ``, ``KH``, ``CTr`` …; ``None`` where the code names none (``20/2023/QH15``, ``4104/SNV-XDCQ``).
        organ: The issuing organ's abbreviation (``TW``, ``HU``, ``UBND``, ``QH15``), or ``None``.
    """

    text: str
    style: CodeStyle
    number: str
    year: int | None
    type_code: str | None
    organ: str | None

    def __str__(self) -> str:
        return self.text

    @property
    def is_blank(self) -> bool:
        """True for a letterhead whose number was left open (``-BC/HU``)."""
        return not self.number

    @property
    def key(self) -> str:
        """The form for comparing: case folded, leading zeros of the number dropped, a missing dash set.

        ``05-KH/HU`` = ``5-KH/HU`` = ``5KH/HU``.
        """
        dashed = _DASHLESS.sub(r"\1-", self.text) if self.style is CodeStyle.PARTY else self.text
        return dashed.lstrip("0").casefold()

    @classmethod
    def parse(cls, text: str) -> "DocumentCode":
        """Read a normalised code.

        Args:
            text: A code without spaces, e.g. ``18-NQ/TW``, ``105/2021/NĐ-CP``, ``785/QĐ-UBND``, ``-BC/HU``.

        Raises:
            ValueError: If it follows neither grammar.
        """
        if party := _PARTY.match(text):  # the letter of "8b" is part of the number
            return cls(text, CodeStyle.PARTY, party["number"], None, party["type"], party["organ"])
        if state := _STATE.match(text):
            rest = state["rest"]
            year = int(state["year"]) if state["year"] else None
            if _NATIONAL_ASSEMBLY.match(rest):
                return cls(text, CodeStyle.STATE, state["number"], year, None, rest)
            head, *organ = _BEHIND_TYPE.split(rest, maxsplit=1)
            return cls(text, CodeStyle.STATE, state["number"], year, head or None, "".join(organ) or None)
        if (old := _OLD.match(text)) and official_type_code(old["organ"]) is None:  # "18-NQ" is a part of a code
            return cls(text, CodeStyle.STATE, old["number"], None, None, old["organ"])
        raise ValueError(f"not a document code: {text!r}")
