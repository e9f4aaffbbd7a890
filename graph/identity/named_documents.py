"""Documents named without a code: laws by name, resolutions by congress or session, rules of a body, bare numbers.

A name means one document in the whole country (``Điều lệ Đảng``, laws), or one around here (``Nghị quyết Đại hội đại
biểu Đảng bộ tỉnh lần thứ XIV``): then the reading document's own unit belongs to its identity.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity.documents import Document, joined, open_tail, possible
from graph.identity.iris import slug
from graph.identity.organization_names import unit_word_of_committee
from graph.identity.references import Reference
from graph.identity.rules import Rule
from graph.identity.said_units import longest_unit
from graph.identity.scopes import Scope
from graph.identity.units import Unit
from ontology.document_types import type_named
from ontology.folding import fold, modern_tones
from ontology.levels import Level

NATIONAL = "toan-quoc"
_NUMBERED = re.compile(r"(?P<type>\D+?) (?:số )?(?P<number>\d+[a-zđ]?)$")
_SESSION = re.compile(
    r"(?:hoi nghi (?:lan thu )?(?P<ordinal>[\w ]+?),? (?:ban chap hanh )?trung uong"
    r"|trung uong (?:lan thu )?(?P<number>\w+))"
    r"(?: dang)?,? \(?khoa (?P<term>[ivx]+)"
)


@dataclass(frozen=True, slots=True)
class _Names:
    """``graph/tables/named_documents.json``, folded.

    Args:
        canonical: Folded name → the one name.
        national_types: Folded type words whose name alone identifies a document → who issues them.
        session_issuer: Who issues what a session of the Central Committee adopts.
        abbreviations: As written → written out.
        ordinals: Folded word → number.
        local_words: (words, level) of bodies that every unit has.
    """

    canonical: dict[str, str]
    national_types: dict[str, str]
    session_issuer: str
    abbreviations: dict[str, str]
    ordinals: dict[str, int]
    local_words: tuple[tuple[str, Level | None], ...]


@cache
def _names() -> _Names:
    table = json.loads(files("graph").joinpath("tables/named_documents.json").read_text(encoding="utf-8"))
    return _Names(
        canonical={fold(form): row["name"] for row in table["documents"] for form in (row["name"], *row["forms"])},
        national_types={fold(row["type"]): row["issuer"] for row in table["national_types"]},
        session_issuer=table["session_issuer"],
        abbreviations={row["short"]: row["long"] for row in table["abbreviations"]},
        ordinals=table["ordinals"],
        local_words=tuple((row["word"], Level(row["level"]) if row["level"] else None) for row in table["local_words"]),
    )


@dataclass(frozen=True, slots=True)
class _Name:
    """What a name identifies.

    Args:
        where: Path of the unit or group inside which it means one document, or ``("toan-quoc",)``.
        folded: The name for comparing.
        issuer: Who issues documents of such names, if that is known.
        unit: The unit whose body issued it, if that is known.
    """

    where: tuple[str, ...]
    folded: str
    issuer: str | None = None
    unit: Unit | None = None

    def scope(self) -> Scope:
        """Return the name's frame as the scope of a document."""
        central = self.issuer is not None
        level = Level.CENTRAL if central else self.unit.level if self.unit else None
        return Scope("ten", "-".join(self.where), self.issuer, level, self.unit, known=central or self.unit is not None)


@lru_cache(maxsize=65_536)
def written_out(name: str) -> str:
    """Return a document's name with abbreviations written out and in its one form.

    >>> written_out("Luật BHYT"), written_out("Điều lệ Đảng")
    ('Luật bảo hiểm y tế', 'Điều lệ Đảng Cộng sản Việt Nam')
    """
    names = _names()
    words = [_expanded(word) for word in modern_tones(" ".join(name.split())).split(" ")]
    plain = " ".join(words)
    return names.canonical.get(fold(plain), plain)


def _expanded(word: str) -> str:
    bare = word.strip("(),;")
    return word.replace(bare, _names().abbreviations[bare]) if bare in _names().abbreviations else word


def resolve_named(references: Iterable[Reference], coded: Sequence[Document]) -> list[Document]:
    """Bring together the references that name a document without a code.

    Args:
        references: All without a register that are no letterheads, in canonical order.
        coded: The documents with a code, which a name or a bare number may mean.

    Returns:
        The further documents that these references name. Those that mean a coded one have been added to it.
    """
    resolver = _Resolver(coded)
    waiting = list(references)
    # Dated names first: the undated ones may mean them.
    for reference in [r for r in waiting if r.date is not None] + [r for r in waiting if r.date is None]:
        resolver.resolve(reference)
    return resolver.documents()


def segments_alone(reference: Reference) -> tuple[str, ...]:
    """Return the IRI segments that a reference's document would have if nothing else named it.

    Args:
        reference: Without a register, and no letterhead.
    """
    resolver = _Resolver(())
    resolver.resolve(reference)
    return resolver.documents()[0].segments


class _Resolver:
    def __init__(self, coded: Sequence[Document]) -> None:
        self._named: dict[str, Document] = {}
        self._by_name: dict[_Name, list[Document]] = {}
        self._laws: dict[str, list[Document]] = {}
        self._by_number: dict[str, list[Document]] = {}
        for document in coded:
            if document.is_open:
                continue
            for law in _law_names(document):
                self._laws.setdefault(law, []).append(document)
            if document.register is not None:
                self._by_number.setdefault(document.register.number, []).append(document)

    def documents(self) -> list[Document]:
        return list(self._named.values())

    def resolve(self, reference: Reference) -> None:
        numbered = _NUMBERED.fullmatch(reference.norm)
        word = type_named(numbered["type"]) if numbered else None
        if numbered and word is not None:
            number = numbered["number"].lstrip("0").casefold()
            document, rule = self._by_bare_number(reference, number, frozenset(c.casefold() for c in word.codes))
        else:
            document, rule = self._by_its_name(reference)
        document.take(reference, rule)

    def _by_bare_number(self, reference: Reference, number: str, codes: frozenset[str]) -> tuple[Document, Rule]:
        """Resolve "Chỉ thị số 17": by the same source, or by issuer and date."""
        candidates = [
            document
            for document in possible(reference, self._by_number.get(number, []))
            if document.register is not None
            and document.register.type_code in codes
            and _issuer_fits(reference, document)
        ]
        date = reference.date
        if date is not None:
            candidates = [d for d in candidates if d.date is not None and d.date.matches(date)]
        here = [d for d in candidates if reference.source in d.sources]
        if len(here) == 1:
            return here[0], Rule.SAME_SOURCE
        certain = date is not None or (reference.issuer is not None and reference.scope.known)
        if len(candidates) == 1 and certain:
            return candidates[0], Rule.NUMBER_AND_ISSUER
        where = (*reference.context.group, *_issuer_part(reference))
        name = _Name(where, fold(reference.norm), None, reference.scope.unit)
        if len(candidates) > 1 and certain:
            return self._open(reference, name, candidates), Rule.OPEN
        return self._new(reference, name), Rule.NAME

    def _by_its_name(self, reference: Reference) -> tuple[Document, Rule]:
        name = _name_of(reference)
        candidates = [*self._laws.get(name.folded, ()), *self._by_name.get(name, ())]
        date = reference.date
        if date is not None:
            dated = [d for d in candidates if d.date is not None and d.date.matches(date)]
            if len(dated) == 1:
                return dated[0], Rule.CODE_AND_DATE
            return self._new(reference, name), Rule.NAME
        dated = possible(reference, [d for d in candidates if d.date is not None or d.register is not None])
        here = [d for d in dated if reference.source in d.sources]
        if len(here) == 1:
            return here[0], Rule.SAME_SOURCE
        if len(dated) == 1 and reference.context.date is not None:
            return dated[0], Rule.ONLY_ONE_KNOWN
        if dated:
            return self._open(reference, name, dated), Rule.OPEN
        return self._new(reference, name), Rule.NAME

    def _new(self, reference: Reference, name: _Name) -> Document:
        segments = ("-".join(name.where), slug(name.folded), str(reference.date) if reference.date else "undated")
        document = self._named.get("/".join(segments))
        if document is None:
            document = Document("/".join(segments), segments, name.scope(), None, reference.date)
            self._named[document.key] = document
            self._by_name.setdefault(name, []).append(document)
        return document

    def _open(self, reference: Reference, name: _Name, candidates: Sequence[Document]) -> Document:
        segments = ("-".join(name.where), slug(name.folded), "undated", open_tail(reference))
        document = self._named.get("/".join(segments))
        if document is None:
            document = Document("/".join(segments), segments, name.scope(), None)
            self._named[document.key] = document
        document.candidates = joined(document.candidates, candidates)
        return document


def _law_names(document: Document) -> set[str]:
    """Return the names by which a coded law is called: type and title."""
    found = set()
    for reference, _ in document.references:
        if reference.type and reference.title and fold(reference.type) in _names().national_types:
            title = reference.title
            whole = title if fold(title).startswith(fold(reference.type)) else f"{reference.type} {title}"
            found.add(fold(written_out(whole)))
    return found


def _name_of(reference: Reference) -> _Name:
    plain = written_out(reference.norm)
    folded = re.sub(r"[“”\"']", "", fold(plain))
    names = _names()
    issuer = next(
        (issuer for word, issuer in names.national_types.items() if f"{folded} ".startswith(f"{word} ")), None
    )
    if issuer is not None or fold(plain) in names.canonical:
        return _Name((NATIONAL,), folded, issuer)
    if session := _session_of(folded, reference.term):
        return _Name((NATIONAL,), session, names.session_issuer)
    for word, level in names.local_words:
        if fold(word) in folded:
            unit = _unit_behind(plain, word, reference) or _own_unit(level, word, reference)
            where = unit.path if unit else reference.context.group
            # "Đảng bộ tỉnh Hậu Giang" and "Đảng bộ tỉnh" are one, now that the unit is known.
            return _Name(where, folded.replace(fold(f" {unit.name}"), "") if unit else folded, None, unit)
    if "trung uong" in folded or "toan quoc" in folded or reference.scope.level is Level.CENTRAL:
        return _Name((NATIONAL,), folded)
    return _Name(reference.context.group, folded)


def _session_of(folded: str, term: str | None) -> str | None:
    """Return one name for all ways to name what a plenum of the Central Committee adopted."""
    text = folded if "khoa" in folded or term is None else f"{folded} {fold(term)}"
    match = _SESSION.search(text.replace(",", ""))
    if match is None:
        return None
    word = (match["ordinal"] or match["number"] or "").strip()
    number = int(word) if word.isdecimal() else _names().ordinals.get(word)
    if number is None:
        return None
    kind = folded.split(" ")[0:2]
    return f"{' '.join(kind)} hoi nghi trung uong {number} khoa {match['term']}"


def _unit_behind(plain: str, word: str, reference: Reference) -> Unit | None:
    """Return the unit that is named behind the word: "Đảng bộ tỉnh Hậu Giang lần thứ XIV"."""
    _, _, rest = plain.partition(f"{word} ")
    if not rest[:1].isupper():
        return None
    unit_word = committee[0] if (committee := unit_word_of_committee(word)) else word.split(" ")[-1]
    return longest_unit(unit_word, rest, reference.context)


def _own_unit(level: Level | None, word: str, reference: Reference) -> Unit | None:
    if level is not None:
        return reference.context.unit_at(level)
    return next((unit for unit in reference.context.units if unit.unit_word == word.split(" ")[-1]), None)


def _issuer_part(reference: Reference) -> tuple[str, ...]:
    return (slug(reference.issuer),) if reference.issuer else ()


def _issuer_fits(reference: Reference, document: Document) -> bool:
    if reference.issuer is None:
        return True
    scope = reference.scope
    if scope.level is not None and document.scope.level is not None and scope.level is not document.scope.level:
        return False
    if scope.unit is None or document.scope.unit is None:
        return scope.level is Level.CENTRAL and document.scope.level is Level.CENTRAL
    return scope.unit.path == document.scope.unit.path
