"""What head and foot of a document say of it, in words: joint issuers, marks, who signed, who receives it."""

from collections.abc import Iterator

from ontology.extraction import Letterhead, Signer


def signer_words(signer: Signer) -> str:
    """Say who signed, in what post and on what authority.

    >>> from ontology.marks import Authority
    >>> signer_words(Signer("Trần Văn Một", "Phó Chủ tịch", "Ủy ban nhân dân", authority=(Authority.ON_BEHALF,)))
    'Trần Văn Một, Phó Chủ tịch (thay mặt Ủy ban nhân dân)'
    """
    name = f"{signer.title} {signer.name}" if signer.title else signer.name
    post = " ".join(part for part in (signer.role, signer.body) if part)
    forms = [form.vietnamese for form in signer.authority]
    if signer.on_behalf_of and forms:
        forms[0] = f"{forms[0]} {signer.on_behalf_of}"
    remark = f" ({', '.join(forms)})" if forms else ""
    return f"{', '.join(part for part in (name, post) if part)}{remark}"


def letterhead_facts(head: Letterhead) -> Iterator[tuple[str, str]]:
    """Yield what a reader wants to know beside number, date, issuer and subject: a label and its words.

    Args:
        head: What the document says of itself.
    """
    if head.joint:
        yield "Cùng ban hành", ", ".join(head.joint)
    if head.secrecy:
        yield "Độ mật", head.secrecy.degree.vietnamese
    if head.urgency:
        yield "Độ khẩn", head.urgency.degree.vietnamese
    if head.draft:
        yield "Bản thảo", head.draft
    for signer in head.signers:
        yield "Người ký", signer_words(signer)
    if head.recipients:
        yield "Nơi nhận", "; ".join(head.recipients)
