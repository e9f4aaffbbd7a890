"""Whose register a code stands in: the issuing organ with its place.

Every province has its own ``10-NQ/TU``, every district its own ``05-KH/HU``: a code says only what kind of organ
issued the document. The citation's issuer and the reading document's letterhead say which one. Where they do not, the
register stays unknown and is not guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity.context import Context
from graph.identity.iris import slug
from graph.identity.organization_names import body_of, canonical_name, is_central, issuing_body
from graph.identity.own_units import own_units
from graph.identity.said_units import completed, unit_said
from graph.identity.units import Unit, split_unit
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.document_types import official_type_code, types_with_code
from ontology.levels import Level
from ontology.organs import Organ, OrganScope, organ_of_code

PARTY_CENTRE = "TW"
"""The organ of three bodies that number their documents together: Central Committee, Politburo and Secretariat."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One register of document numbers.

    Args:
        family: Folded abbreviation of the kind of organ (``hu``, ``ubnd``); of one outside the table, as it is written.
        slug: The register's IRI segment; unique.
        issuer: Name of the issuing organ with its place, or ``None`` where that is not known.
        level: The organ's level, or ``None``.
        unit: The unit that the organ governs, or ``None``.
        known: Whether it is one certain register.
        regions: For an unknown register, the paths of the units from which it is seen, or of which one is meant.
    """

    family: str
    slug: str
    issuer: str | None
    level: Level | None
    unit: Unit | None
    known: bool
    regions: tuple[tuple[str, ...], ...] = ((),)

    def could_be(self, other: "Scope") -> bool:
        """Tell whether this unknown register could be that known one: same kind, and on one line of units."""
        if self.family != other.family or not other.known or (self.level and other.level and self.level != other.level):
            return False
        path = other.unit.path if other.unit else ()
        return any(_on_one_line(path, region) for region in self.regions)


def _on_one_line(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


@dataclass(frozen=True, slots=True)
class Register:
    """A code's parts that number documents, whatever its spelling: ``05-KH/HU`` and ``5-KH/HU`` are one.

    Args:
        number: Without leading zeros, case folded.
        year: The year in a State code.
        type_code: The type's usual abbreviation, folded: ``ctr``; ``qđ`` also for ``QĐi``, which few keep apart.
    """

    number: str
    year: int | None
    type_code: str | None


def register_of(code: DocumentCode) -> Register:
    """Return the numbering parts of a code."""
    type_code, _ = _type_and_organ(code)
    if type_code is not None and (types := types_with_code(type_code)):
        type_code = types[0].codes[0]
    return Register(code.number.lstrip("0").casefold(), code.year, type_code and type_code.casefold())


def scope_of(code: DocumentCode, issuer: str | None, context: Context, date: PartialDate | None = None) -> Scope:
    """Return the register that a code stands in.

    Args:
        code: The code.
        issuer: The issuing body as the citation names it, or ``None``.
        context: The reading document's frame.
        date: The date that the citation gives: units were others before 1 July 2025.
    """
    _, abbreviation = _type_and_organ(code)
    organ = organ_of_code(abbreviation) if abbreviation else None
    if organ is not None and organ.scope is OrganScope.NATIONAL:
        return Scope(organ.code.casefold(), slug(organ.name), organ.name, Level.CENTRAL, None, known=True)
    if organ is not None:
        return _scope_in_unit(organ, issuer, context, date)
    family = abbreviation.casefold() if abbreviation else "khong-ro"
    if issuer is not None:
        return _scope_of_issuer(family, issuer, context, date)
    return _unknown(family, None, context)


def scope_of_body(issuer: str | None, context: Context, date: PartialDate | None = None) -> Scope:
    """Return the register of a document without a code: that of its issuing body alone."""
    if issuer is None:
        return _unknown("khong-ro", None, context)
    return _scope_of_issuer("co-quan", issuer, context, date)


def _type_and_organ(code: DocumentCode) -> tuple[str | None, str | None]:
    """Return the official type abbreviation and the organ; ``4104/SNV-XDCQ`` has no type, and its organ comes first."""
    if code.type_code is None:
        return None, code.organ
    official = official_type_code(code.type_code)
    if official is None and organ_of_code(code.type_code) is not None:
        return None, code.type_code
    return official or code.type_code, code.organ


def _scope_in_unit(organ: Organ, issuer: str | None, context: Context, date: PartialDate | None) -> Scope:
    unit, level = _unit_of(organ, issuer, context, date)
    if unit is None:
        return _unknown(organ.code.casefold(), level, context, own_units(context, level, date) if level else ())
    name = body_of(organ.name, unit)
    return Scope(organ.code.casefold(), _body_slug(name, unit), name, unit.level, unit, known=True)


def _unit_of(
    organ: Organ, issuer: str | None, context: Context, date: PartialDate | None
) -> tuple[Unit | None, Level | None]:
    """Return the unit whose organ is meant, and the level as far as it is known."""
    if issuer is not None:
        said = unit_said(canonical_name(issuing_body(issuer))[0], context, date)
        # Where issuer and code disagree on the level, the code decides: it is the more formal of the two.
        if said is not None and (organ.level is None or said.level in (None, organ.level)):
            return said.unit, said.level or organ.level
    if organ.level is not None:
        own = own_units(context, organ.level, date)
        return own[0] if len(own) == 1 else None, organ.level
    # A body that cites its own kind without naming it speaks of itself.
    if context.own_organ is not None and _same_organ(context.own_organ, organ) and context.units:
        own = own_units(context, context.units[0].level, date)
        return own[0] if len(own) == 1 else None, context.units[0].level
    return None, None


def _same_organ(abbreviation: str, organ: Organ) -> bool:
    own = organ_of_code(abbreviation)
    return own is not None and own.code == organ.code


def _scope_of_issuer(family: str, issuer: str, context: Context, date: PartialDate | None) -> Scope:
    """Return the register of a body that the table of organs does not have: told by its name and place."""
    name, level = canonical_name(issuing_body(issuer))
    if level is Level.CENTRAL:
        return Scope(family, slug(name), name, level, None, known=True)
    said = unit_said(name, context, date)
    if said is None and is_central(name):
        return Scope(family, slug(name), name, Level.CENTRAL, None, known=True)
    if said is None or said.unit is None:
        group = "-".join(context.group)
        known = bool(context.units) or context.central
        level = said.level if said else None
        return Scope(family, f"{slug(name)}-{group}", name, level, None, known, (context.region,))
    full = completed(name, said)
    return Scope(family, _body_slug(full, said.unit), full, said.unit.level, said.unit, known=True)


def _body_slug(name: str, unit: Unit) -> str:
    """Return a slug that is unique in the country: the body's name, then the names of the units around its own."""
    return slug(" ".join([name, *(split_unit(outer)[1] for outer in unit.names[1:])])) + unit.suffix


def _unknown(family: str, level: Level | None, context: Context, units: Sequence[Unit] = ()) -> Scope:
    group = "-".join(context.group)
    # Several own units: the code's organ belongs to one of them, and not to what lies around.
    regions = tuple(unit.path for unit in units) if len(units) > 1 else (context.region,)
    return Scope(family, f"chua-ro-{slug(family)}-{group}", None, level, None, known=False, regions=regions)
