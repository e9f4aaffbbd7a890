"""What a Word file says of the look of its text, as far as it changes what the text says: fonts, capitals, hiding."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extract.formats.safe_xml import attribute, child, local

_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run.

    Args:
        font: Name of its font, or ``None``.
        caps: Whether small letters show as capitals.
        hidden: Whether it does not show at all.
        numbering: Number and level of the list that a paragraph style belongs to, or ``None``.
    """

    font: str | None = None
    caps: bool | None = None
    hidden: bool | None = None
    numbering: tuple[str, int] | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document.

    Args:
        root: The part ``styles.xml``, or ``None``.
    """

    root: "etree._Element | None"
    _looks: dict[str, Look] = field(default_factory=dict)
    _parents: dict[str, str | None] = field(default_factory=dict)
    _default: Look = field(default_factory=Look)
    _default_paragraph: str | None = None

    def __post_init__(self) -> None:
        if self.root is None:
            return
        self._default = look_of(child(self.root, "docDefaults", "rPrDefault", "rPr"))
        for style in self.root:
            name = attribute(style, "styleId")
            if local(style) != "style" or name is None:
                continue
            self._looks[name] = look_of(child(style, "rPr"), child(style, "pPr"))
            self._parents[name] = attribute(child(style, "basedOn"), "val")
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true"):
                self._default_paragraph = name

    def run(self, direct: Look, run_style: str | None, paragraph_style: str | None) -> Look:
        """Return the look of a run: its own, then its style's, then its paragraph's, then the document's."""
        looks = [direct, *self._chain(run_style), *self._chain(paragraph_style or self._default_paragraph)]
        looks.append(self._default)
        return Look(
            next((look.font for look in looks if look.font is not None), None),
            next((look.caps for look in looks if look.caps is not None), None),
            next((look.hidden for look in looks if look.hidden is not None), None),
        )

    def numbering(self, paragraph_style: str | None) -> tuple[str, int] | None:
        """Return number and level of the list that a paragraph is in by its style."""
        chain = self._chain(paragraph_style)
        return next((look.numbering for look in chain if look.numbering is not None), None)

    def _chain(self, name: str | None) -> Iterator[Look]:
        # A damaged file may base a style on itself.
        for _ in range(_LONGEST_CHAIN):
            if name is None or name not in self._looks:
                return
            yield self._looks[name]
            name = self._parents[name]


def look_of(run: "etree._Element | None", paragraph: "etree._Element | None" = None) -> Look:
    """Return what properties of a run (``rPr``) and of a paragraph (``pPr``) say."""
    fonts = child(run, "rFonts")
    return Look(
        attribute(fonts, "hAnsi") or attribute(fonts, "ascii"),
        is_on(child(run, "caps")),
        is_on(child(run, "vanish")),
        numbering_of(paragraph),
    )


def is_on(switch: "etree._Element | None") -> bool | None:
    """Return what a switch says: present without value means on; ``None`` if it is absent."""
    return None if switch is None else (attribute(switch, "val") or "1") not in _OFF


def numbering_of(paragraph: "etree._Element | None") -> tuple[str, int] | None:
    """Return number and level of the list that paragraph properties name."""
    properties = child(paragraph, "numPr")
    number = attribute(child(properties, "numId"), "val")
    level = attribute(child(properties, "ilvl"), "val") or "0"
    return (number, int(level)) if number is not None and level.isdigit() else None
