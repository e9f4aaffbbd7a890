"""What a page says in words of a document, a mention and a statement."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.extraction import Extraction, Letterhead
from ontology.mentions import Citation, Mention, OrganizationName, PlaceName, ProgrammeName
from ontology.statements import SELF, Statement
from ui.letterhead_facts import letterhead_facts
from ui.wording import KIND_NAMES, LABEL_KINDS, MODALITY_NOTES, RELATION_VERBS, decimal, level_name

THIS_DOCUMENT = "Văn bản này"
_MOST_STATEMENTS = 4
_LONGEST_QUOTE = 420


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts: before the words that show the relation, these words, and behind them."""

    before: str
    cue: str
    behind: str


def fold(text: str) -> str:
    """Text of a source on one line."""
    return " ".join(text.split())


def document_facts(head: Letterhead) -> list[tuple[str, str]]:
    """What a document says about itself: names and values, without what it does not say."""
    facts = [
        ("Loại", head.type),
        ("Số, ký hiệu", head.code),
        ("Ngày", head.date.vietnamese if head.date else None),
        ("Cơ quan ban hành", head.organ),
        ("Cơ quan cấp trên", head.parent),
        ("Cấp", level_name(head.level)),
        ("Địa bàn", ", ".join(filter(None, (head.place, head.province if head.province != head.place else None)))),
        *letterhead_facts(head),
    ]
    return [(name, fold(value)) for name, value in facts if value]


def mention_titles(extraction: Extraction) -> list[str]:
    """What to show of each mention when it is pointed at: one fact a line, ``name: value``."""
    said: dict[int, list[Statement]] = defaultdict(list)
    for statement in extraction.statements:
        for end in {statement.subject, statement.object}:
            if end is not None and end != SELF:
                said[end].append(statement)
    return [
        "\n".join(f"{name}: {fold(value)}" for name, value in _mention_facts(extraction, index, said[index]) if value)
        for index in range(len(extraction.mentions))
    ]


def _mention_facts(
    extraction: Extraction, index: int, statements: Sequence[Statement]
) -> Iterator[tuple[str, str | None]]:
    mention = extraction.mentions[index]
    yield KIND_NAMES[LABEL_KINDS[mention.label]], mention.norm
    match mention.detail:
        case Citation() as citation:
            yield "Số, ký hiệu", citation.code
            yield "Ngày", citation.date.vietnamese if citation.date else None
            yield "Cơ quan ban hành", citation.issuer
            yield "Trích yếu", citation.title
            yield "Nhiệm kỳ", citation.term
        case ProgrammeName() as programme:
            yield "Giai đoạn", programme.stage.text if programme.stage else None
        case PlaceName() as place:
            yield "Thuộc", ", ".join(place.parents)
        case OrganizationName() as body:
            yield "Tên đủ", body.full_name if body.full_name != mention.norm else None
            yield "Cấp", level_name(body.level)
            yield "Địa bàn", body.place
    for statement in statements[:_MOST_STATEMENTS]:
        yield "Quan hệ", f"{statement_words(extraction, statement)} ({rule_words(statement)})"
    if len(statements) > _MOST_STATEMENTS:
        yield "Quan hệ", f"… và {len(statements) - _MOST_STATEMENTS} câu khác"


def end_name(mentions: Sequence[Mention], end: int | None) -> str:
    """The short name of one end of a statement: a document's code, anything else's norm."""
    if end == SELF:
        return THIS_DOCUMENT
    if end is None:
        return "(không nêu cơ quan)"
    mention = mentions[end]
    return mention.detail.code or mention.norm if isinstance(mention.detail, Citation) else mention.norm


def verb(statement: Statement) -> str:
    """The words between both ends of a statement."""
    return f"là {statement.role}," if statement.role else RELATION_VERBS[statement.predicate]


def statement_words(extraction: Extraction, statement: Statement) -> str:
    """A statement in one line."""
    mentions = extraction.mentions
    return f"{end_name(mentions, statement.subject)} {verb(statement)} {end_name(mentions, statement.object)}"


def rule_words(statement: Statement) -> str:
    """The rule that found a statement, how sure it is, and whether the text denies or only intends it."""
    note = MODALITY_NOTES[statement.modality]
    evidence = statement.evidence
    words = f"quy tắc {evidence.rule}, độ tin cậy {decimal(evidence.confidence)}"
    return f"{words}, {note}" if note else words


def quote_of(statement: Statement) -> Quote:
    """The statement's sentence, around its cue; of a very long one only what lies near."""
    sentence, cue = fold(statement.evidence.quote), fold(statement.cue)
    at = sentence.find(cue) if cue else -1
    if at < 0:
        return Quote(_cut_end(sentence, 2 * _LONGEST_QUOTE), "", "")
    before, behind = sentence[:at], sentence[at + len(cue) :]
    start = before if len(before) <= _LONGEST_QUOTE else "… " + before[-_LONGEST_QUOTE:].partition(" ")[2]
    return Quote(start, cue, _cut_end(behind, _LONGEST_QUOTE))


def _cut_end(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
