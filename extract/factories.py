"""The components by their names, for pipelines of other people: ``nlp.add_pipe("cuthehoa_citations")``.

spaCy loads this module through the entry points of ``pyproject.toml`` whenever any pipeline is made, so it must be
light: the components themselves and their tables are loaded when a pipeline asks for one.

Each component works on any text and with any tokenizer. It normalises the text for itself and reads its letterhead;
what it writes refers to the text of the ``Doc``. A component uses what those before it found and does without what is
not there. The order that gives the best result is that of ``extract.pipeline.COMPONENTS``.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry

if TYPE_CHECKING:
    from extract.tokenizer import SyllableTokenizer

TOKENIZER = "cuthehoa.SyllableTokenizer.v1"
"""Name of the tokenizer in spaCy's registry."""

Component = Callable[[Doc], Doc]

_SPANS = ("doc.spans", "span._.norm", "span._.detail", "span._.exact")


@Language.factory("cuthehoa_citations", assigns=_SPANS, default_config={"group": "citations"})
def citations(nlp: Language, name: str, group: str) -> Component:
    """Documents cited by code, by number or by name, into ``doc.spans[group]``."""
    return _spans(name, "citations", group)


@Language.factory("cuthehoa_organizations", assigns=_SPANS, default_config={"group": "organizations"})
def organizations(nlp: Language, name: str, group: str) -> Component:
    """Bodies, into ``doc.spans[group]``; with citations before it, none is found inside a citation."""
    return _spans(name, "organizations", group)


@Language.factory("cuthehoa_citation_attributes", assigns=_SPANS, default_config={"group": "citations"})
def citation_attributes(nlp: Language, name: str, group: str) -> Component:
    """Issuer, title and term of the citations found before; needs them, and is better with organisations."""
    return _spans(name, "citations", group, component="cuthehoa_citation_attributes")


@Language.factory("cuthehoa_places", assigns=_SPANS, default_config={"group": "places"})
def places(nlp: Language, name: str, group: str) -> Component:
    """Administrative units and regions, into ``doc.spans[group]``."""
    return _spans(name, "places", group)


@Language.factory("cuthehoa_people", assigns=_SPANS, default_config={"group": "people"})
def people(nlp: Language, name: str, group: str) -> Component:
    """Persons, into ``doc.spans[group]``."""
    return _spans(name, "people", group)


@Language.factory("cuthehoa_signers", assigns=_SPANS, default_config={"group": "signers"})
def signers(nlp: Language, name: str, group: str) -> Component:
    """Persons who signed, each under a post, into ``doc.spans[group]``."""
    return _spans(name, "signers", group)


@Language.factory("cuthehoa_programmes", assigns=_SPANS, default_config={"group": "programmes"})
def programmes(nlp: Language, name: str, group: str) -> Component:
    """Named programmes, projects, movements and models, into ``doc.spans[group]``."""
    return _spans(name, "programmes", group)


@Language.factory("cuthehoa_mentions", assigns=_SPANS, default_config={"group": "mentions", "entities": False})
def mentions(nlp: Language, name: str, group: str, entities: bool) -> Component:
    """Chosen from all that was found before, so that none overlaps another; with ``entities`` also ``doc.ents``."""
    from extract.foreign import SpanComponent

    return SpanComponent("cuthehoa_mentions", "mentions", group, entities)


@Language.factory("cuthehoa_references", default_config={"attribute": "cuthehoa_references"})
def references(nlp: Language, name: str, attribute: str) -> Component:
    """Short forms such as "Nghị quyết này" with the citation that they mean, as rows in ``doc._.<attribute>``."""
    return _rows("cuthehoa_references", "references", attribute)


@Language.factory("cuthehoa_relations", default_config={"attribute": "cuthehoa_relations"})
def relations(nlp: Language, name: str, attribute: str) -> Component:
    """Relations between the documents that were found, as rows in ``doc._.<attribute>``."""
    return _rows("cuthehoa_relations", "relations", attribute)


@Language.factory("cuthehoa_roles", default_config={"attribute": "cuthehoa_roles"})
def roles(nlp: Language, name: str, attribute: str) -> Component:
    """Posts of the persons that were found, as rows in ``doc._.<attribute>``."""
    return _rows("cuthehoa_roles", "roles", attribute)


@Language.factory("cuthehoa_coverage", default_config={"attribute": "cuthehoa_coverage"})
def coverage(nlp: Language, name: str, attribute: str) -> Component:
    """Pairs of a programme and a place that were found, as rows in ``doc._.<attribute>``."""
    return _rows("cuthehoa_coverage", "coverage", attribute)


@Language.factory("cuthehoa_indicators", default_config={"attribute": "cuthehoa_indicators"})
def indicators(nlp: Language, name: str, attribute: str) -> Component:
    """Numbers with what they measure, as rows in ``doc._.<attribute>``."""
    return _rows("cuthehoa_indicators", "indicators", attribute)


def syllable_tokenizer() -> "Callable[[Language], SyllableTokenizer]":
    """A tokenizer that keeps codes, dates and numbers whole; no component needs it."""

    def create(nlp: Language) -> "SyllableTokenizer":
        from extract.tokenizer import SyllableTokenizer

        return SyllableTokenizer(nlp.vocab)

    return create


registry.tokenizers(TOKENIZER, func=syllable_tokenizer)


def _spans(name: str, found: str, group: str, component: str | None = None) -> Component:
    from extract.foreign import SpanComponent

    return SpanComponent(component or f"cuthehoa_{found}", found, group)


def _rows(component: str, result: str, attribute: str) -> Component:
    from extract.foreign import RowComponent

    return RowComponent(component, result, attribute)
