"""Findings as RDF: what is wrong, whom it concerns, and the sentences that show it."""

from collections.abc import Iterator
from hashlib import sha256

from graph.content import GraphContent
from graph.findings import Finding, FindingPlace
from graph.stores import rdf_terms as term
from graph.stores.rdf_evidence import evidence_stem, place, source_node
from ontology.vocabulary import concept_iri

_A_FINDING = f"{term.name('rdf:type')} {term.name('cth:Finding')} .\n"
_KIND, _MESSAGE, _CONCERNS, _SHOWN_BY = (
    term.name(f"cth:{part}") for part in ("findingKind", "message", "concerns", "shownBy")
)


def findings(base: str, content: GraphContent) -> Iterator[str]:
    """Yield each finding, a block each; two alike are one.

    Args:
        base: The graph's base IRI, escaped.
        content: The graph.
    """
    seen: set[str] = set()
    for finding in content.findings:
        key = _key(finding)
        if key not in seen:
            seen.add(key)
            yield _finding(base, key, finding)


def _key(finding: Finding) -> str:
    parts = (finding.kind.value, finding.message, *finding.entities, *map(_place_key, finding.places))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _place_key(at: FindingPlace) -> str:
    return f"{at.file}\x1e{at.span.start}\x1e{at.span.end}" if at.span else at.file


def _finding(base: str, key: str, finding: Finding) -> str:
    node = term.iri(f"{base}finding/{key}")
    block = [
        f"{node} {_A_FINDING}"
        f"{node} {_KIND} {term.iri(concept_iri('finding', finding.kind))} .\n"
        f"{node} {_MESSAGE} {term.text(finding.message)} .\n"
    ]
    block += [f"{node} {_CONCERNS} {term.iri(iri)} .\n" for iri in dict.fromkeys(finding.entities)]
    for at in {_place_key(at): at for at in finding.places}.values():
        stem = evidence_stem(base, sha256(f"{key}\x1f{_place_key(at)}".encode()).hexdigest()[:32])
        block.append(f"{node} {_SHOWN_BY} <{stem}> .\n{place(stem, source_node(base, at.file), at.span, at.quote)}")
    return "".join(block)
