"""The components as parts of any pipeline: what they found, written for people who know only spaCy.

All that is written is plain: texts, numbers, lists and dictionaries, so that a ``Doc`` can be saved, put into a
``DocBin`` and sent between processes. The values with types are for our own pipeline (see ``extract.extractor``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.components.coverage import Pair
from extract.components.indicators import IndicatorFound
from extract.components.relation_roles import RelationFound
from extract.components.roles import Role
from extract.components.short_forms import ReferenceFound
from extract.flatten import flatten
from extract.found import Found
from extract.pipeline import component_named
from extract.reading import Reading, reading_of
from ontology.mentions import Citation, OrganizationName, PlaceName, ProgrammeName
from ontology.statements import SELF

Plain: TypeAlias = "str | int | float | list[Plain] | dict[str, Plain] | None"


MENTIONS = "mentions"
"""Name of the flat result among what is found."""


def register_extensions() -> None:
    """Make ``span._.norm``, ``span._.detail`` and ``span._.exact`` known to spaCy; safe to call again."""
    for name in ("norm", "detail", "exact"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


@dataclass(frozen=True, slots=True)
class SpanComponent:
    """A component that finds mentions.

    Args:
        component: Its name in our own pipeline.
        found: What it finds (``citations``), or ``mentions``.
        group: The span group to write.
        entities: Whether to write ``doc.ents`` too.
    """

    component: str
    found: str
    group: str
    entities: bool = False

    def __post_init__(self) -> None:
        # Here and not at the first text: with several processes the texts are read in others than this one.
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find, and write what was found."""
        doc = component_named(self.component)(doc)
        reading = reading_of(doc)
        if reading.origin is not None:
            found = reading.mentions if self.found == MENTIONS else reading.candidates.get(self.found, [])
            spans = _write_spans(doc, reading, self.group, found)
            if self.entities:
                doc.set_ents(filter_spans(spans), default="outside")
        return doc


@dataclass(frozen=True, slots=True)
class RowComponent:
    """A component that finds what is said of mentions.

    Args:
        component: Its name in our own pipeline.
        result: What it finds (``relations``).
        attribute: The name of the ``doc._.`` attribute to write.
    """

    component: str
    result: str
    attribute: str

    def __post_init__(self) -> None:
        if not Doc.has_extension(self.attribute):
            Doc.set_extension(self.attribute, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Find, and write what was found."""
        reading = reading_of(doc)
        if reading.origin is not None and not reading.mentions:
            reading.mentions = flatten(item for found in reading.candidates.values() for item in found)
        doc = component_named(self.component)(doc)
        if reading.origin is not None:
            doc._.set(self.attribute, [_row(reading, item) for item in reading.results[self.result]])
        return doc


def _write_spans(doc: Doc, reading: Reading, group: str, found: Sequence[Found]) -> list[Span]:
    spans: list[Span] = []
    for item in found:
        start, end = reading.place(item.start, item.end)
        span = doc.char_span(start, end, label=item.label.value, alignment_mode="expand")
        if span is not None:
            span._.norm, span._.detail, span._.exact = item.norm, _detail(item), [start, end]
            spans.append(span)
    doc.spans[group] = spans
    return spans


def _detail(item: Found) -> dict[str, Plain] | None:
    match item.detail:
        case Citation() as citation:
            return {
                "type": citation.type,
                "code": citation.code,
                "date": str(citation.date) if citation.date else None,
                "issuer": citation.issuer,
                "title": citation.title,
                "term": citation.term,
            }
        case PlaceName() as place:
            return {"unit": place.unit, "name": place.name, "parents": list(place.parents)}
        case OrganizationName() as body:
            return {
                "full_name": body.full_name,
                "level": body.level.value if body.level else None,
                "place": body.place,
            }
        case ProgrammeName() as programme:
            return {"name": programme.name, "stage": programme.stage.text if programme.stage else None}
        case None:
            return None


def _row(reading: Reading, item: object) -> Mapping[str, Plain]:
    """Return a statement as a row; its ends are places in ``doc.text``, and ``None`` where it has none."""
    match item:
        case RelationFound():
            return {
                "head": _place(reading, item.head),
                "type": item.relation.value,
                "tail": _place(reading, item.tail),
                "sentence": list(reading.place(item.start, item.end)),
                "cue": item.cue,
                "rule": item.rule,
                "confidence": item.confidence,
                "modality": item.modality.value,
            }
        case ReferenceFound():
            return {
                "at": list(reading.place(item.start, item.end)),
                "antecedent": _place(reading, item.antecedent),
                "why": item.reason.value,
            }
        case Role():
            return {
                "person": _place(reading, item.person),
                "role": item.role,
                "organization": _place(reading, item.organization),
                "sentence": list(reading.place(item.start, item.end)),
            }
        case Pair():
            return {
                "programme": _place(reading, item.programme),
                "place": _place(reading, item.place),
                "sentence": list(reading.place(item.start, item.end)),
                "rule": item.rule,
                "confidence": item.confidence,
            }
        case IndicatorFound():
            return _indicator(reading, item)
        case _:
            raise TypeError(f"no row for {type(item).__name__}: say here how it is shown")


def _indicator(reading: Reading, item: IndicatorFound) -> Mapping[str, Plain]:
    amount, frame = item.number.amount, item.frame
    return {
        "number": list(reading.place(item.number.start, item.number.end)),
        "subject": list(reading.place(item.subject.start, item.subject.end)),
        "sentence": list(reading.place(item.start, item.end)),
        "name": item.name,
        "value": str(amount.value),
        "unit": amount.unit,
        "change": item.subject.change.value,
        "bound": item.subject.bound.value,
        "aim": frame.aim.value,
        "place": _place(reading, frame.place),
        "period": frame.period.text if frame.period else None,
        "programme": _place(reading, frame.programme),
        "rule": item.subject.rule,
        "confidence": item.confidence,
    }


def _place(reading: Reading, index: int | None) -> list[Plain] | None:
    if index is None or index == SELF:
        return None
    mention = reading.mentions[index]
    return list(reading.place(mention.start, mention.end))
