"""The spaCy pipeline: one component for each thing that is looked for, and a last one that writes span groups.

Components are functions of the normalised text (see ``extract.components``); here they get their names and their order.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.components.attributes import complete_citations
from extract.components.citations import find_citations
from extract.components.coverage import find_coverage
from extract.components.indicators import find_indicators
from extract.components.named_documents import find_named_documents
from extract.components.organizations import find_organizations
from extract.components.people import find_people
from extract.components.places import find_places
from extract.components.programmes import find_programmes
from extract.components.relations import find_relations
from extract.components.roles import find_roles
from extract.components.short_forms import ReferenceFound, find_references
from extract.components.signers import find_signers
from extract.components.stages import with_stages
from extract.context import Context
from extract.factories import TOKENIZER
from extract.flatten import flatten
from extract.found import Found
from extract.reading import reading_of, sentences_of

Component = Callable[[Doc], Doc]
Finder = Callable[[str, Context], list[Found]]


def _citations(text: str, context: Context) -> list[Found]:
    coded = find_citations(text, context)
    named = find_named_documents(text, replace(context, citations=coded))
    return sorted([*coded, *named], key=lambda item: item.start)


def _finder(group: str, find: Finder) -> Component:
    """Make a component of a finder; citations are put into the context for those that come after."""

    def component(doc: Doc) -> Doc:
        reading = reading_of(doc)
        found = find(reading.text, reading.context)
        reading.candidates[group] = found
        if group == "citations":
            reading.context = replace(reading.context, citations=tuple(found))
        return doc

    return component


def _citation_attributes(doc: Doc) -> Doc:
    """Complete citations with what organisations tell: issuer, title, term."""
    reading = reading_of(doc)
    candidates = reading.candidates
    completed = complete_citations(reading.text, candidates.get("citations", []), candidates.get("organizations", []))
    candidates["citations"] = completed
    reading.context = replace(reading.context, citations=tuple(completed))
    return doc


def _mentions(doc: Doc) -> Doc:
    """Choose among the candidates of all finders."""
    reading = reading_of(doc)
    reading.mentions = with_stages(
        reading.text, flatten(item for found in reading.candidates.values() for item in found)
    )
    return doc


def _references(doc: Doc) -> Doc:
    """Resolve short forms ("Nghị quyết này") to what they mean; relations have them as ends."""
    reading = reading_of(doc)
    found = find_references(reading.text, reading.mentions, reading.context.letterhead)
    reading.results["references"] = list(found)
    return doc


def _relations(doc: Doc) -> Doc:
    reading = reading_of(doc)
    # A bare number ("Nghị quyết 18") is a mention as well, and as such an end of its own.
    starts = {mention.start for mention in reading.mentions}
    references = [
        reference
        for reference in cast("list[ReferenceFound]", reading.results.get("references", []))
        if reference.start not in starts
    ]
    found = find_relations(reading.text, reading.mentions, sentences_of(doc), reading.title, references)
    reading.results["relations"] = list(found)
    return doc


def _roles(doc: Doc) -> Doc:
    reading = reading_of(doc)
    reading.results["roles"] = list(find_roles(reading.text, reading.mentions, reading.context))
    return doc


def _coverage(doc: Doc) -> Doc:
    reading = reading_of(doc)
    reading.results["coverage"] = list(find_coverage(reading.text, reading.mentions, reading.context))
    return doc


def _indicators(doc: Doc) -> Doc:
    reading = reading_of(doc)
    found = find_indicators(reading.text, reading.mentions, sentences_of(doc), reading.context, reading.title)
    reading.results["indicators"] = list(found)
    return doc


COMPONENTS: Sequence[tuple[str, Component]] = (
    ("cuthehoa_citations", _finder("citations", _citations)),
    ("cuthehoa_organizations", _finder("organizations", find_organizations)),
    ("cuthehoa_citation_attributes", _citation_attributes),
    ("cuthehoa_places", _finder("places", find_places)),
    ("cuthehoa_people", _finder("people", find_people)),
    ("cuthehoa_signers", _finder("signers", find_signers)),
    ("cuthehoa_programmes", _finder("programmes", find_programmes)),
    ("cuthehoa_mentions", _mentions),
    ("cuthehoa_references", _references),
    ("cuthehoa_relations", _relations),
    ("cuthehoa_roles", _roles),
    ("cuthehoa_coverage", _coverage),
    ("cuthehoa_indicators", _indicators),
)
"""The components in the order in which they run."""


def component_named(name: str) -> Component:
    """Return a component by its name; raises ``KeyError`` if there is none."""
    return dict(COMPONENTS)[name]


def register_components() -> None:
    """Make the components known to spaCy by name; safe to call again."""
    for name, component in COMPONENTS:
        if not Language.has_factory(name):
            Language.component(name, func=component)


def build_pipeline() -> Language:
    """Return a new pipeline with the syllable tokenizer and all components.

    It is language-neutral for spaCy ("xx"): spaCy's own Vietnamese needs a word segmenter that splits document codes.

    A text that comes with its reading (``extract.reading.set_reading``) leaves what was found there, with exact
    offsets; only of other texts are spans written as well, which cost as much as a finder.
    """
    register_components()
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 64 * 1024 * 1024
    for name, _ in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
