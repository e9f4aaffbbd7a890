"""The id of a piece of evidence: the same in every store, on every build."""

from hashlib import sha256

from ontology.statements import Evidence


def evidence_id(statement: str, evidence: Evidence) -> str:
    """Return the id of one sentence as evidence for one statement.

    It does not depend on the evidence's rank among the others, so that a better sentence found later leaves the ids
    of those known before as they are.

    Args:
        statement: The edge's id.
        evidence: The sentence; its file, place and rule count, its confidence does not.

    Returns:
        32 hexadecimal digits.
    """
    span = evidence.span
    key = "\x1f".join((statement, evidence.file, evidence.source, str(span.start), str(span.end), evidence.rule))
    return sha256(key.encode()).hexdigest()[:32]
