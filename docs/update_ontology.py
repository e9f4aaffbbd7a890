"""Writes what is made from the vocabulary, the shapes and the competency questions: ``make docs``.

That is ``ontology/schemes.ttl``, ``docs/ontology.md`` and ``docs/images/ontology.svg``; a test compares each with what
this script makes.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph
from rdflib.term import Node

from ontology.schemes import schemes_turtle
from ontology.statements import DOCUMENT_RELATIONS
from ontology.vocabulary import shapes_turtle
from ontology.vocabulary_terms import Term, TermKind, compact, read_terms

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs"))  # the picture's script stands beside this one

CORE = ROOT / "ontology" / "cuthehoa.ttl"
QUESTIONS = ROOT / "tests" / "ontology" / "competency"
SCHEMES = Path("ontology/schemes.ttl")
PAGE = Path("docs/ontology.md")
PICTURE = Path("docs/images/ontology.svg")

_INTRODUCTION = """\
# The ontology

*Made by `make docs` from `ontology/cuthehoa.ttl`, `ontology/schemes.ttl`, `ontology/shapes.ttl` and the competency
questions: change those.*

![The classes and how they hang together](images/ontology.svg)

The namespace is `https://w3id.org/cuthehoa/ns#`, prefix `cth`. The vocabulary is in the OWL 2 RL profile; every
term has a label and a comment in Vietnamese and in English. It builds on ELI (documents and what they do to each
other), W3C ORG (bodies, posts), PROV-O (where things come from), SKOS (schemes), DCMI Terms, Web Annotation
(sentences), GeoSPARQL and the ISA location vocabulary (places).

**The cascade.** `cth:carriesOut` is the super-property of `cth:concretizes`, `cth:implements` and `cth:continues`.
It is transitive, for reasoners; data hold direct edges only, so without a reasoner the path `cth:carriesOut+`
gives the whole cascade.

**Statements.** What is asserted stands as a plain triple. Beside it stands one `rdf:Statement` for each edge, with
its confidence, its modality and its sentences. What a source denies, plans or asks, and what a person rejected, is
a statement without a plain triple. The named query `provenance` leads from any triple to its sentence, file, rule
and confidence.

**One value or several.** Where a property may be said of several classes, `schema:domainIncludes` names them: a
union as a domain is outside of OWL 2 RL. Dates are `xsd:date`, or `xsd:gYearMonth` or `xsd:gYear` where no more is
known.
"""


def render() -> dict[Path, str]:
    """Return what belongs into each file, by its path in the project."""
    core = read_terms(CORE.read_text(encoding="utf-8"))
    labels = {term.name: term.label for term in core}
    schemes = schemes_turtle((relation, labels[relation.rdf_name]) for relation in DOCUMENT_RELATIONS)
    terms = read_terms(f"{CORE.read_text(encoding='utf-8')}\n\n{schemes}")
    from ontology_picture import draw

    return {SCHEMES: schemes, PAGE: _page(terms), PICTURE: draw(terms)}


def _page(terms: Sequence[Term]) -> str:
    parts = [_INTRODUCTION]
    for heading, kind in (
        ("Classes", TermKind.CLASS),
        ("Object properties", TermKind.OBJECT_PROPERTY),
        ("Datatype properties", TermKind.DATATYPE_PROPERTY),
    ):
        chosen = sorted((term for term in terms if term.kind is kind), key=lambda term: term.name.casefold())
        parts.append(f"## {heading} ({len(chosen)})\n")
        parts += [_section(term) for term in chosen]
    parts += _schemes(terms)
    parts += _shapes()
    parts += _questions()
    return "\n".join(parts)


def _section(term: Term) -> str:
    lines = [
        f"### `cth:{term.name}`\n",
        f"**{term.label.vi}** · {term.label.en}\n",
        f"{term.comment.vi}  \n*{term.comment.en}*\n",
    ]
    facts = [
        ("said of", term.domain),
        ("value", term.range),
        ("inverse", (term.inverse,) if term.inverse else ()),
        ("beneath", tuple(parent for parent in term.parents if parent.startswith("cth:"))),
        ("aligned with", tuple(parent for parent in term.parents if not parent.startswith("cth:"))),
        ("see also", term.similar),
        ("disjoint with", term.disjoint),
    ]
    rows = [f"{name}: {', '.join(f'`{value}`' for value in values)}" for name, values in facts if values]
    if term.traits:
        rows.append(", ".join(term.traits))
    if rows:
        lines.append("".join(f"- {row}\n" for row in rows))
    return "\n".join(lines)


def _schemes(terms: Sequence[Term]) -> Iterable[str]:
    schemes = [term for term in terms if term.kind is TermKind.SCHEME]
    yield f"## Schemes ({len(schemes)})\n"
    for scheme in schemes:
        concepts = [term for term in terms if term.scheme == scheme.name]
        yield f"### `cth:{scheme.name}`\n\n**{scheme.label.vi}** · {scheme.label.en}: {len(concepts)} concepts\n"
        yield f"{scheme.comment.vi}  \n*{scheme.comment.en}*\n"
        rows = (
            (
                f"`cth:{concept.name}`",
                concept.label.vi,
                concept.label.en,
                ", ".join(concept.notations) or concept.order or "",
                ", ".join(f"`{parent}`" for parent in concept.parents),
            )
            for concept in concepts
        )
        yield _table(("concept", "Vietnamese", "English", "code or rank", "broader"), rows)


def _shapes() -> Iterable[str]:
    graph = Graph(bind_namespaces="none").parse(data=shapes_turtle(), format="turtle")
    shapes = sorted(graph.subjects(RDF.type, SH.NodeShape), key=str)
    yield f"## Shapes ({len(shapes)})\n"
    yield (
        "What a graph must be like (`ontology/shapes.ttl`, W3C SHACL); `cuthehoa export` checks it. Each shape has\n"
        "cases that it accepts and refuses in `tests/ontology`. The order of levels is a warning: sources may be\n"
        "wrong, and are kept as they are.\n"
    )
    rows = []
    for shape in shapes:
        labels = {getattr(label, "language", ""): str(label) for label in graph.objects(shape, RDFS.label)}
        targets = [f"each `{compact(str(kind))}`" for kind in graph.objects(shape, SH.targetClass)]
        targets += [f"what has `{compact(str(p))}`" for p in graph.objects(shape, SH.targetSubjectsOf)]
        targets += [f"what `{compact(str(p))}` leads to" for p in graph.objects(shape, SH.targetObjectsOf)]
        shown = [*sorted(targets)[:3], *(["…"] if len(targets) > 3 else [])]
        rows.append(
            (
                f"`{str(shape).rpartition('#')[2]}`",
                f"{labels.get('vi', '')} · {labels.get('en', '')}",
                ", ".join(shown) or "applied by others",
                "; ".join(sorted(_messages(graph, shape))),
            )
        )
    yield _table(("shape", "name", "about", "asks"), rows)


def _messages(graph: Graph, shape: Node) -> set[str]:
    parts = [shape, *graph.objects(shape, SH.property), *graph.objects(shape, SH.sparql)]
    return {
        str(message)
        for part in parts
        for message in graph.objects(part, SH.message)
        if getattr(message, "language", None) == "en"
    }


def _questions() -> Iterable[str]:
    files = sorted(QUESTIONS.glob("*.rq"))
    yield f"## Competency questions ({len(files)})\n"
    yield (
        "What the vocabulary must be able to answer. Each is a SPARQL query in `tests/ontology/competency`, with its\n"
        "answers on a small graph; the vocabulary stands in the graph `cth:`, as in every graph that is built.\n"
    )
    rows = []
    for path in files:
        head = dict(re.findall(r"(?m)^# (vi|en): (.+)$", path.read_text(encoding="utf-8")))
        link = f"[{path.stem}](../tests/ontology/competency/{path.name})"
        rows.append((link, head["vi"], head["en"]))
    yield _table(("query", "Vietnamese", "English"), rows)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"

    return line(heading) + line(["---"] * len(heading)) + "".join(map(line, rows))


if __name__ == "__main__":
    for path, text in render().items():
        (ROOT / path).write_text(text, encoding="utf-8")
