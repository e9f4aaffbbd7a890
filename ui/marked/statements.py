"""The statements of a text as HTML lists, each with its sentence and the way to it."""

from collections.abc import Iterator, Mapping, Sequence

from ontology.extraction import Extraction
from ontology.mentions import Mention
from ontology.spans import Span
from ontology.statements import SELF, Modality, Relation, Statement
from ui.marked.escaping import escape
from ui.marked.facts import end_name, quote_of, rule_words, verb
from ui.marked.text import mention_anchor, quote_anchor


def statement_lists(extraction: Extraction, quotes: Mapping[Span, int]) -> Iterator[str]:
    """Yield a section for the relations between documents, one for programmes and places, and one for posts.

    Args:
        extraction: What was read.
        quotes: The number of each sentence on the page.
    """
    groups: dict[str, list[Statement]] = {"Quan hệ giữa các văn bản": [], "Chương trình và địa bàn": [], "Chức vụ": []}
    names = {Relation.COVERS: "Chương trình và địa bàn", Relation.HOLDS_POST: "Chức vụ"}
    for statement in extraction.statements:
        groups[names.get(statement.predicate, "Quan hệ giữa các văn bản")].append(statement)
    for title, statements in groups.items():
        if statements:
            rows = "".join(_row(extraction.mentions, statement, quotes) for statement in statements)
            yield f'<section><h2>{title} <b class="so">{len(statements)}</b></h2><ol>{rows}</ol></section>'


def _row(mentions: Sequence[Mention], statement: Statement, quotes: Mapping[Span, int]) -> str:
    evidence = statement.evidence
    quote = quote_of(statement)
    cue = f"<b>{escape(quote.cue)}</b>" if quote.cue else ""
    doubtful = "" if statement.modality is Modality.ASSERTED else ' class="khong"'
    return (
        f"<li{doubtful}><p>{_end(mentions, statement.subject)} <i>{escape(verb(statement))}</i> "
        f"{_end(mentions, statement.object)}</p>"
        f"<blockquote>{escape(quote.before)}{cue}{escape(quote.behind)}</blockquote>"
        f'<small><a href="#{quote_anchor(quotes[evidence.span])}">xem trong văn bản</a> · '
        f"{escape(rule_words(statement))} · ký tự {evidence.span.start}–{evidence.span.end}</small></li>"
    )


def _end(mentions: Sequence[Mention], end: int | None) -> str:
    name = escape(end_name(mentions, end))
    if end is None:
        return f"<span>{name}</span>"
    if end == SELF:
        return f'<a class="ten" href="#dau">{name}</a>'
    return f'<a class="ten {mentions[end].label.value}" href="#{mention_anchor(end)}">{name}</a>'
