"""Indicators as RDF: the number, what it measures, of what, and the sentence.

A source gives many numbers in few sentences: the annotation of a sentence stands once, and rule and confidence stand at
the indicator.
"""

from collections.abc import Iterator
from hashlib import sha256

from graph.content import GraphContent
from graph.indicator_values import GraphIndicator
from graph.stores import rdf_terms as term
from graph.stores.rdf_evidence import evidence_stem, found_by, place, source_node
from ontology.indicators import Aim
from ontology.statements import Evidence
from ontology.vocabulary import concept_iri

_AN_INDICATOR = f"{term.name('rdf:type')} {term.name('cth:Indicator')} .\n"
_NAME, _VALUE, _UPPER, _UNIT, _AIM, _PERIOD, _PLACE, _PROGRAMME, _STATED_IN, _EVIDENCE = (
    term.name(f"cth:{part}")
    for part in (
        *("indicatorName", "value", "upperValue", "unit", "aim", "period"),
        *("ofPlace", "ofProgramme", "statedIn", "evidence"),
    )
)
_AIMS = {aim: term.iri(concept_iri("aim", aim)) for aim in Aim}


def indicators(base: str, content: GraphContent) -> Iterator[str]:
    """Yield each indicator, and each sentence once, before the first indicator that it gives.

    Args:
        base: The graph's base IRI, escaped.
        content: The graph.
    """
    seen: set[str] = set()
    for indicator in content.indicators:
        said = indicator.evidence
        key = _sentence_key(said)
        if key not in seen:
            seen.add(key)
            yield place(evidence_stem(base, key), source_node(base, said.file), said.span, said.quote)
        yield _indicator(base, key, indicator)


def _sentence_key(said: Evidence) -> str:
    parts = ("indicator", said.file, said.source, str(said.span.start), str(said.span.end))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _indicator(base: str, sentence: str, indicator: GraphIndicator) -> str:
    node = term.iri(f"{base}indicator/{indicator.id}")
    amount = indicator.amount
    pairs = [
        (_NAME, term.text(indicator.name)),
        (_VALUE, term.decimal(amount.value)),
        (_UNIT, term.text("/".join((amount.unit, *amount.per)))),
        (_AIM, _AIMS[indicator.aim]),
        (_STATED_IN, term.iri(indicator.document)),
        (_EVIDENCE, f"<{evidence_stem(base, sentence)}>"),
    ]
    if amount.upper is not None:
        pairs.append((_UPPER, term.decimal(amount.upper)))
    if indicator.period is not None:
        pairs.append((_PERIOD, term.text(indicator.period.text)))
    if indicator.place is not None:
        pairs.append((_PLACE, term.iri(indicator.place)))
    if indicator.programme is not None:
        pairs.append((_PROGRAMME, term.iri(indicator.programme)))
    facts = "".join(f"{node} {predicate} {value} .\n" for predicate, value in pairs)
    return f"{node} {_AN_INDICATOR}{facts}{found_by(node, indicator.evidence.rule, indicator.evidence.confidence)}"
