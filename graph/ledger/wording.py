"""Decisions in words, for people."""

from graph.ledger.decisions import Correction, Decision, Pair, Rejection, Resolution, StatementName, Undoing, What

_LONGEST = 80


def described(decision: Decision) -> str:
    """Return what a decision says, in Vietnamese, without a full stop."""
    match decision.act:
        case Pair(one, other):
            verdict = "là một" if decision.what == What.SAME else "là hai"
            return f"“{one.name}” và “{other.name}” {verdict}"
        case Resolution(citations, document):
            first = citations[0]
            more = f" và {len(citations) - 1} chỗ khác" if len(citations) > 1 else ""
            return f"viện dẫn “{shortened(first.quote)}” ở {first.file}{more} là “{document.name}”"
        case Correction(statement, relation, source, target):
            changes = [
                *([f"quan hệ là {relation.value}"] if relation else []),
                *([f"bên thực hiện là “{source.name}”"] if source else []),
                *([f"bên được thực hiện là “{target.name}”"] if target else []),
            ]
            return f"sửa phát biểu {_statement(statement)}: {', '.join(changes)}"
        case Rejection(statement):
            return f"bác bỏ phát biểu {_statement(statement)}"
        case Undoing(number):
            return f"rút lại quyết định số {number}"
        case _:
            return f"quyết định loại “{shortened(decision.what)}”"


def shortened(text: str) -> str:
    """Return text on one line, cut at a word."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _statement(statement: StatementName) -> str:
    return f"“{statement.source.name}” {statement.relation.value} “{statement.target.name}”"
