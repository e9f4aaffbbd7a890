"""The stored form of evidence: where a sentence stands, and the rule that read it; the text itself gives the words."""

from extract.record_values import JsonValue, Record, maybe_integer, pair, real_of, span_of, text_of
from ontology.statements import Evidence


def evidence_to_record(evidence: Evidence, text: str, file: str, sha256: str) -> dict[str, JsonValue]:
    """Return evidence as JSON values; ``page`` is ``None`` for a source without pages.

    Args:
        evidence: The evidence.
        text: The source's original text.
        file: The source's file.
        sha256: The source's hash.

    Raises:
        ValueError: If it names another source, or quotes what the source does not say there.
    """
    if (evidence.file, evidence.source) != (file, sha256):
        raise ValueError(f"evidence of another source: {evidence.file}")
    if evidence.span.of(text) != evidence.quote:
        raise ValueError(f"quote is not the source's text at {evidence.span}: {evidence.quote!r}")
    return {
        "span": pair(evidence.span),
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "page": evidence.page,
    }


def evidence_from_record(record: Record, text: str, file: str, sha256: str) -> Evidence:
    """Rebuild evidence; raises ``ValueError`` if the record does not have the shape of ``evidence_to_record``."""
    span = span_of(record)
    return Evidence(
        file,
        sha256,
        span,
        span.of(text),
        text_of(record, "rule"),
        real_of(record, "confidence"),
        maybe_integer(record, "page"),
    )
