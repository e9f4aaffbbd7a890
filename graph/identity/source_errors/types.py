"""A type word against the type in the code."""

from collections.abc import Iterator, Sequence

from graph.findings import Finding, FindingKind
from graph.identity.documents import Document
from graph.identity.references import Reference
from graph.identity.source_errors.survey import Survey, code_of, first_of_each
from graph.identity.source_errors.words import may_stand_before
from ontology.codes import CodeStyle
from ontology.document_types import type_named, types_with_code


def type_against_code(survey: Survey) -> Iterator[Finding]:
    """Yield the references whose type word the code's abbreviation does not allow, each wording of a document once."""
    for document in survey.documents:
        yield from _of(document, survey)


def _of(document: Document, survey: Survey) -> Iterator[Finding]:
    for reference in first_of_each((r for r, _ in document.references), lambda r: f"{r.type} {code_of(r)}"):
        names = _other_types(reference)
        if names:
            code = reference.code
            yield Finding(
                FindingKind.TYPE_AGAINST_CODE,
                f"Tên loại không khớp số hiệu: “{reference.type} {code}” {survey.said(reference)}; "
                f"ký hiệu {code and code.type_code} là {_kinds(names)}.",
                (survey.iri(document),),
                (survey.place(reference),),
            )


def _other_types(reference: Reference) -> list[str]:
    """Return the types that the code means, if the type word is none of them."""
    code = reference.code
    if code is None or code.type_code is None or reference.type is None:
        return []
    # A letter's code begins with its organ: in "5680/CT-CS" CT is the tax department. "Văn bản" may be anything.
    own = type_named(reference.type)
    if own is None or not own.codes or (code.style is CodeStyle.STATE and own.codes == ("CV",)):
        return []
    if may_stand_before(own.name, code.type_code):
        return []
    names = [row.name for row in types_with_code(code.type_code)]
    fits = any(reference.type.startswith(name) or name.startswith(reference.type) for name in names)
    return [] if fits else names


def _kinds(names: Sequence[str]) -> str:
    """Leave out kinds of a kind: for KH "kế hoạch" says it all, "kế hoạch phối hợp" is one of them."""
    apart = [n for n in names if not any(n != other and n.startswith(other) for other in names)]
    return " hoặc ".join(apart).lower()
