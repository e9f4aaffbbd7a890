"""The concepts of the schemes that repeat a table, in Turtle: what ``ontology/schemes.ttl`` holds.

``make docs`` writes the file anew from the tables; a test holds the two together. Labels of relations come from
``cuthehoa.ttl``, so that each is written once.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from ontology.document_types import DocumentType, document_types
from ontology.letterhead_words import DegreeRow, letterhead_words
from ontology.levels import Level
from ontology.organs import Organ, OrganScope, organs
from ontology.relation_cues import Cue, relation_cues
from ontology.statements import Relation
from ontology.vocabulary import concept_name, level_iri, organ_iri, type_iri
from ontology.vocabulary_terms import Words, compact

_HEAD: Final = """\
# Generated from ontology/tables by `make docs`: change the tables, not this file.

@prefix cth:     <https://w3id.org/cuthehoa/ns#> .
@prefix rdfs:    <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
"""
_SIDES: Final = {
    "party": Words("của Đảng", "Party"),
    "state": Words("của Nhà nước", "State"),
    "both": Words("của Đảng và Nhà nước", "Party or State"),
}
_SCOPES: Final = {
    OrganScope.NATIONAL: Words("cả nước có một", "one in the country"),
    OrganScope.UNIT: Words("mỗi đơn vị có một", "one in each unit"),
}
_WHERE: Final = (
    ("active", Words("trước viện dẫn", "before the citation")),
    ("passive", Words("trước viện dẫn, ở thể bị động", "before the citation, in the passive")),
    ("preamble", Words("ở phần căn cứ", "in a preamble")),
    ("after", Words("sau viện dẫn", "behind the citation")),
    ("headings", Words("ở tiêu đề của danh sách", "in the heading of a list")),
)


def schemes_turtle(relations: Iterable[tuple[Relation, Words]]) -> str:
    """Return the generated concepts.

    Args:
        relations: The relations that have cues, with their labels in the vocabulary.
    """
    parts = [_HEAD, *_types(), *_organs(), *_cues(dict(relations)), *_marks()]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _types() -> Iterator[str]:
    rows = sorted(document_types(), key=lambda row: type_iri(row.name))
    for row in rows:
        codes = ", ".join(row.codes)
        side = _SIDES[row.side]
        short = Words(
            f"viết tắt {codes}" if codes else "không có chữ viết tắt", f"abbreviated {codes}" if codes else "no code"
        )
        yield _concept(
            compact(type_iri(row.name)),
            "DocumentType",
            "documentTypes",
            Words(row.name, row.english),
            Words(f"Loại văn bản {side.vi}; {short.vi}.", f"A {side.en} document; {short.en}."),
            broader=_broader(row, rows),
            notations=row.codes,
            examples=row.examples,
        )


def _broader(row: DocumentType, rows: Iterable[DocumentType]) -> str | None:
    """The type whose name this one begins with: an action programme is a programme."""
    above = [other.name for other in rows if row.name.startswith(f"{other.name} ")]
    return compact(type_iri(max(above, key=len))) if above else None


def _organs() -> Iterator[str]:
    named: dict[str, list[Organ]] = {}
    for organ in organs():
        named.setdefault(organ.name, []).append(organ)
    english = [rows[0].english for rows in named.values()]
    for name in sorted(named, key=organ_iri):
        rows = named[name]
        first = rows[0]
        scope = _SCOPES[first.scope]
        level = f"; {first.level.vietnamese}" if first.level else ""
        yield _concept(
            compact(organ_iri(name)),
            "OrganType",
            "organTypes",
            Words(name, first.english if english.count(first.english) == 1 else f"{name} ({first.english})"),
            Words(
                f"Cơ quan viết tắt là {', '.join(row.code for row in rows)} trong ký hiệu{level}; {scope.vi}.",
                f"A body abbreviated {', '.join(row.code for row in rows)} in codes; {scope.en}.",
            ),
            notations=[row.code for row in rows],
            examples=[example for row in rows for example in row.examples],
            level=first.level,
        )


def _cues(labels: dict[Relation, Words]) -> Iterator[str]:
    table = relation_cues()
    found: dict[Relation, list[tuple[Cue, Words]]] = {relation: [] for relation in labels}
    for field, where in _WHERE:
        for cue in getattr(table, field):
            found[cue.relation].append((cue, where))
    for relation, label in labels.items():
        group = f"cth:cue-{concept_name(relation.value)}"
        yield _concept(
            group,
            "RelationCue",
            "relationCues",
            label,
            Words(f"Các cụm từ chỉ quan hệ “{label.vi}”.", f"Words that tell the relation “{label.en}”."),
            indicates=relation,
        )
        for cue, where in found[relation]:
            weight = f"{cue.weight:.2f}"
            yield _concept(
                f"cth:rule-{cue.rule}",
                "RelationCue",
                "relationCues",
                Words(f"{label.vi} ({cue.rule})", f"{label.en} ({cue.rule})"),
                Words(f"Đứng {where.vi}; trọng số {weight.replace('.', ',')}.", f"Stands {where.en}; weight {weight}."),
                broader=group,
                notations=[cue.rule],
                alternatives=[example.strip() for example in cue.examples],
                indicates=relation,
            )


def _marks() -> Iterator[str]:
    """The words of marks for concepts that are written by hand."""
    table = letterhead_words()
    for name, marks in (("secrecy", table.secrecy), ("urgency", table.urgency)):
        words: dict[str, list[DegreeRow]] = {}
        for mark in marks:
            words.setdefault(mark.meaning, []).append(mark)
        for meaning, rows in sorted(words.items()):
            written = " , ".join(_literal(row.words, "vi") for row in rows)
            yield f"cth:{name}-{concept_name(meaning)} skos:altLabel {written} ."


def _concept(
    name: str,
    class_name: str,
    scheme: str,
    label: Words,
    comment: Words,
    *,
    broader: str | None = None,
    notations: Iterable[str] = (),
    alternatives: Iterable[str] = (),
    examples: Iterable[str] = (),
    indicates: Relation | None = None,
    level: Level | None = None,
) -> str:
    place = f"skos:broader {broader}" if broader else f"skos:topConceptOf cth:{scheme}"
    both = f"{_literal(label.vi, 'vi')} , {_literal(label.en, 'en')}"
    lines = [
        f"{name} a cth:{class_name} ; skos:inScheme cth:{scheme} ; {place}",
        f"skos:prefLabel {both}",
        f"rdfs:label {both}",
        f"rdfs:comment {_literal(comment.vi, 'vi')} , {_literal(comment.en, 'en')}",
    ]
    if codes := " , ".join(map(_literal, notations)):
        lines.append(f"skos:notation {codes}")
    for predicate, texts in (("skos:altLabel", alternatives), ("skos:example", examples)):
        # The same words may stand in a row in two spellings of one form.
        if written := " , ".join(_literal(text, "vi") for text in dict.fromkeys(texts)):
            lines.append(f"{predicate} {written}")
    if level is not None:
        lines.append(f"cth:level {compact(level_iri(level))}")
    if indicates is not None:
        lines.append(f"cth:indicates cth:{indicates.rdf_name}")
    return " ;\n    ".join(lines) + " ."


def _literal(text: str, language: str | None = None) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'
