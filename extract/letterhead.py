"""Head and foot of a document: what it says of itself.

Two layouts: the Party's (organ left, "ĐẢNG CỘNG SẢN VIỆT NAM" right; Quy định 66-QĐ/TW and 399-QĐ/TW) and the State's
(organ left, national motto right; Nghị định 30/2020/NĐ-CP, annex I, before it Thông tư 01/2011/TT-BNV). Both arrive as
lines in some order, because the two columns are tables or tabs in the sources.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from extract.foot import Foot, Signature, read_foot
from extract.frame_lines import (
    CODE_LINE,
    SUBJECT,
    Clause,
    begins_body,
    date_line,
    date_of,
    find_date,
    frame_words,
    has_date,
    is_copy_code,
    is_copy_mark,
    normal_code,
)
from extract.issuers import Issuers, looks_like_body, province_of, read_issuers, read_issuing
from extract.lines import Line, read_lines
from extract.marks import is_mark, read_draft, read_secrecy, read_urgency
from extract.normalize import NormalizedText
from extract.organ_lines import GoverningBody
from extract.title import (
    TypeAndTitle,
    enacting_body,
    is_attached,
    read_subject,
    read_title,
    type_clause,
    type_line,
)
from ontology.dates import PartialDate
from ontology.document_types import type_named
from ontology.extraction import Letterhead
from ontology.levels import Level

_HEAD_CHARACTERS = 4_000
_HEAD_LINES = 45
_LETTER_LINES = 14
_CODE_INSIDE = re.compile(r"[ *]+(?=S(?:ố|Ố) ?[:.]? ?[\d.…/-])")
_NUMBER_WORD = re.compile(r"(?:Luật )?(?:Số|số|SỐ) ?[:.]?")
# The Central Committee's letterhead serves these as well; title or signature tells which of them it is.
_CENTRAL_SIGNATORIES = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương")
_CENTRAL_LETTERHEADS = frozenset({"Trung ương Đảng", "Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng"})
# Documents of assemblies, which are dated by the day on which they were passed.
_PASSED_TYPES = frozenset({"Nghị quyết", "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})


@dataclass(frozen=True, slots=True)
class ReadLetterhead:
    """A letterhead with the place in the normalised text where its frame ends.

    Args:
        letterhead: What the document says of itself.
        body_start: Index into the normalised text behind organ, code and date; the title and the body follow.
        title: Where type and title stand in the normalised text; ``(0, 0)`` where there is none.
        signatures: Who signed, with the places in the normalised text; empty where there is no letterhead.
    """

    letterhead: Letterhead
    body_start: int
    title: tuple[int, int] = (0, 0)
    signatures: tuple[Signature, ...] = ()


def read_letterhead(normalized: NormalizedText) -> ReadLetterhead:
    """Read head and foot of a document.

    Args:
        normalized: The whole document.

    Returns:
        What was found; an empty letterhead with ``body_start`` 0 for a text that has none (a passage, an annex).
    """
    text = normalized.text
    lines = _joined(read_lines(normalized, 0, min(_HEAD_CHARACTERS, len(text)), _HEAD_LINES))
    lines = _without_copyist(lines)
    type_at = type_line(lines)
    if type_at == 0 and is_attached(lines, type_at):
        return _headless(normalized)
    head = lines[:type_at] if type_at is not None else _frame_without_type(lines)
    # One column, cell or line a line: the patterns below are anchored at line ends.
    frame = "\n".join(line.text for line in head)
    code_match = CODE_LINE.search(frame)
    if type_at is None and code_match is None:
        return _headless(normalized)
    clause = type_clause(lines, type_at)
    code = _code(code_match, clause, lines, type_at)
    if type_at is not None:
        found = read_title(normalized, lines, type_at, bool(head))
    else:
        found = read_subject(lines[: _LETTER_LINES + 2], code)
    frame_end = head[-1].end if head else 0
    body_start = lines[type_at].start if type_at is not None else frame_end
    if found.subject_start is not None and not any(
        CODE_LINE.match(line.text) for line in head if line.start > found.subject_start
    ):
        body_start = min(body_start, found.subject_start)  # a letter's subject cites as any title does
    foot = read_foot(normalized, max(frame_end, found.title_end))
    issuers = read_issuers(head, code, text)
    if issuers.organ is None and (named := enacting_body(lines, type_at) or (clause and clause.body)):
        issuers = replace(issuers, organ=read_issuing(named, text))
    issuers = _issuing_of_central(issuers, clause.body if clause else None, foot)
    organ, parent = issuers.organ, issuers.parent
    below_type = lines[type_at : type_at + 4] if type_at is not None else []
    letterhead = Letterhead(
        type=found.type,
        code=code,
        organ=organ.name if organ else None,
        parent=parent.name if parent else None,
        level=organ.level if organ else None,
        place=organ.place if organ else None,
        province=province_of(issuers),
        date=_date(frame, lines, type_at, clause, found, foot),
        title=found.title,
        signers=tuple(signature.signer for signature in foot.signatures),
        span=normalized.span(lines[0].start, max(found.title_end, frame_end, lines[0].start + 1)) if lines else None,
        joint=tuple(body.name for body in issuers.joint),
        recipients=foot.recipients,
        secrecy=read_secrecy(head),
        urgency=read_urgency(head),
        draft=read_draft([*head, *below_type]),
    )
    title_span = (body_start, found.title_end) if found.title and found.title_end > body_start else (0, 0)
    return ReadLetterhead(letterhead, body_start, title_span, foot.signatures)


def _headless(normalized: NormalizedText) -> ReadLetterhead:
    """A text that says nothing of itself may still be signed: the end of a document, cut off from its head."""
    return ReadLetterhead(Letterhead(), 0, signatures=read_foot(normalized, 0).signatures)


def _code(match: re.Match[str] | None, clause: Clause | None, lines: list[Line], type_at: int | None) -> str | None:
    """Return the document's code: from its frame, from the line behind the type or one below it."""
    if match is None and type_at is not None:
        below = (CODE_LINE.match(line.text) for line in lines[type_at + 1 : type_at + 4])
        match = next(filter(None, below), None)
    written = match["code"] if match else clause.code if clause else None
    return normal_code(written) if written else None


def _joined(lines: list[Line]) -> list[Line]:
    """Join the word "Số" with the code in the line below it, as narrow columns break them."""
    joined: list[Line] = []
    for line in chain.from_iterable(map(_parted, lines)):
        if joined and _NUMBER_WORD.fullmatch(joined[-1].text) and CODE_LINE.match(f"Số: {line.text}"):
            line = replace(joined.pop(), end=line.end, text=f"Số: {line.text}")
        elif joined and _is_broken(joined[-1], line):
            line = replace(joined[-1], end=line.end, text=f"{joined.pop().text} {line.text}")
        joined.append(line)
    return joined


def _parted(line: Line) -> Iterator[Line]:
    """Part a cell that holds both organ and code: "HUYỆN ỦY PHỤNG HIỆP * Số 109-KH/HU"."""
    match = _CODE_INSIDE.search(line.text)
    if match and line.text[: match.start()].isupper() and CODE_LINE.match(line.text[match.end() :]):
        yield replace(line, end=line.start + match.start(), text=line.text[: match.start()])
        line = replace(line, start=line.start + match.end(), text=line.text[match.end() :])
    yield line


def _is_broken(first: Line, second: Line) -> bool:
    """Tell whether a line is a single syllable in capitals that the next one goes on with: "CỘNG", "HÒA XÃ HỘI"."""
    return (
        first.text.isupper()
        and first.text.isalpha()
        and second.text.isupper()
        and second.row != first.row
        and type_named(first.text) is None
        and not is_mark(first)
    )


def _without_copyist(lines: list[Line]) -> list[Line]:
    """Drop the letterhead of one who copied the document, where it stands above the original's.

    A mark alone ("SAO Y BẢN CHÍNH") stays: the lines around it are the original's.
    """
    for index, line in enumerate(lines):
        if is_copy_mark(line):
            codes = (CODE_LINE.search(above.text) for above in lines[:index])
            if any(match and is_copy_code(normal_code(match["code"])) for match in codes):
                return lines[index + 1 :]
    return lines


def _frame_without_type(lines: list[Line]) -> list[Line]:
    """A letter (công văn) has no type line: its frame ends with the line of place and date or code.

    A code alone is no frame: lists and annexes have such lines too.
    """
    last = None
    told = coded = False
    for index, line in enumerate(lines[:_LETTER_LINES]):
        if begins_body(line):
            break
        if CODE_LINE.match(line.text):
            last, coded = index, True
        elif has_date(line.text) or SUBJECT.match(line.text):
            last = index
        told = told or looks_like_body(line) or frame_words().search(line.text) is not None
    return lines[: last + 1] if last is not None and told and coded else []


def _issuing_of_central(issuers: Issuers, named: str | None, foot: Foot) -> Issuers:
    """Tell which body issues under the letterhead of the Central Committee."""
    organ = issuers.organ
    if organ is None or organ.level is not Level.CENTRAL or issuers.joint:
        return issuers
    signed = (signature.signer.on_behalf_of or signature.signer.body for signature in foot.signatures)
    told = read_issuing(named).name if named else None
    for issuer in (told, *signed, foot.on_behalf_of):
        for body in _CENTRAL_SIGNATORIES:
            if issuer and (issuer == body or (issuer.startswith(body) and organ.name in _CENTRAL_LETTERHEADS)):
                if body == "Ban Chấp hành Trung ương" and organ.name not in _CENTRAL_LETTERHEADS:
                    continue
                return replace(issuers, organ=GoverningBody(body, Level.CENTRAL, None))
    return issuers


def _date(
    frame: str,
    lines: list[Line],
    type_at: int | None,
    clause: Clause | None,
    found: TypeAndTitle,
    foot: Foot,
) -> PartialDate | None:
    """Return the date of issue: in the frame, behind the type, below the title, above the signature, or of passing."""
    match = find_date(frame)
    if match is not None and (date_of(match) is not None or found.type not in _PASSED_TYPES):
        return date_of(match)
    passed = foot.passed if found.type in _PASSED_TYPES else None
    if match is not None:
        return passed or date_of(match)
    below = lines[type_at + 1 : type_at + 9] if type_at is not None else []
    match = find_date(frame, bare=True) or (clause.date if clause else None)
    match = match or next(filter(None, map(date_line, below)), None)
    return date_of(match) if match is not None else foot.date or passed
