"""Writes what is made from the vocabulary: ``make docs``."""

from pathlib import Path

from ontology.schemes import schemes_turtle
from ontology.statements import DOCUMENT_RELATIONS
from ontology.vocabulary_terms import read_terms

ROOT = Path(__file__).resolve().parents[1]
SCHEMES = ROOT / "ontology" / "schemes.ttl"
CORE = ROOT / "ontology" / "cuthehoa.ttl"


def render_schemes() -> str:
    """Return what belongs into ``ontology/schemes.ttl``."""
    labels = {term.name: term.label for term in read_terms(CORE.read_text(encoding="utf-8"))}
    return schemes_turtle((relation, labels[relation.rdf_name]) for relation in DOCUMENT_RELATIONS)


if __name__ == "__main__":
    SCHEMES.write_text(render_schemes(), encoding="utf-8")
