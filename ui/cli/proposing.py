"""The command ``ledger proposals``: pairs that may be one thing, for people to decide."""

from collections.abc import Iterator, Mapping, Sequence

import typer

from graph.answers import Entity
from graph.proposal_values import Proposal
from ui.cli.choosing import describe, quoted
from ui.cli.command_entry import CommandEntry
from ui.cli.console import plain, wrap, write, write_csv, write_json
from ui.cli.options import MOST_ROWS, CsvOption, GraphOption, JsonOption, LimitOption, between, one_format, open_graph
from ui.rendering import Cell, JsonObject
from ui.wording import KIND_NAMES, decimal

COLUMNS = ("one", "one_name", "other", "other_name", "kind", "score", "reason", "same", "different")


def proposals(
    context: typer.Context,
    limit: LimitOption = 20,
    graph: GraphOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """List the pairs of entities that may be one, with the commands that decide them."""
    one_format(json=json, csv=csv)
    between("--limit", limit, 1, MOST_ROWS)
    with open_graph(context, graph) as opened:
        found = opened.proposals()
        shown = found[:limit]
        entities = {iri: opened.entity(iri).entity for pair in shown for iri in (pair.one, pair.other)}
    if json:
        write_json({"total": len(found), "rows": [_object(pair, entities) for pair in shown]})
    elif csv:
        write_csv(COLUMNS, _rows(shown, entities))
    else:
        write("\n".join(_lines(shown, len(found), entities)))


def _words(what: str, pair: Proposal) -> list[str]:
    return ["cuthehoa", "ledger", what, pair.one, pair.other]


def _object(pair: Proposal, entities: Mapping[str, Entity]) -> JsonObject:
    return {
        "one": {"id": pair.one, "name": entities[pair.one].name, "within": entities[pair.one].place},
        "other": {"id": pair.other, "name": entities[pair.other].name, "within": entities[pair.other].place},
        "kind": entities[pair.one].kind.value,
        "score": pair.score,
        "reason": pair.reason.value,
        "same": _words("same", pair),
        "different": _words("different", pair),
    }


def _rows(shown: Sequence[Proposal], entities: Mapping[str, Entity]) -> Iterator[Sequence[Cell]]:
    for pair in shown:
        one, other = entities[pair.one], entities[pair.other]
        commands = (quoted(_words("same", pair)), quoted(_words("different", pair)))
        yield (one.iri, one.name, other.iri, other.name, one.kind.value, pair.score, pair.reason.value, *commands)


def _lines(shown: Sequence[Proposal], total: int, entities: Mapping[str, Entity]) -> list[str]:
    if not shown:
        return ["Không có cặp nào có vẻ là một mà chưa được quyết định."]
    more = f"; dưới đây là {len(shown)} cặp đầu, xem thêm bằng --limit" if len(shown) < total else ""
    lines = [f"Có {total} cặp có thể là một{more}. Không cặp nào được tự gộp."]
    for number, pair in enumerate(shown, 1):
        one, other = entities[pair.one], entities[pair.other]
        lines += ["", f"{number}. {KIND_NAMES[one.kind]} · giống nhau {decimal(pair.score)} · {pair.reason.text}"]
        for entity in (one, other):
            lines += wrap(describe(entity), first="   - ", rest="     ")
        lines += [f"   là một:  {plain(quoted(_words('same', pair)))}"]
        lines += [f"   là hai:  {plain(quoted(_words('different', pair)))}"]
    return lines


ENTRIES = (
    CommandEntry(
        "ledger proposals",
        proposals,
        """
        Liệt kê những cặp cơ quan, địa danh, người, chương trình có thể là một, giống nhất trước, kèm
        lệnh để quyết định.

        Tên gần giống chỉ là gợi ý: chương trình không tự gộp, và số khác nhau thì không bao giờ được gợi ý.
        """,
        ("cuthehoa ledger proposals", "cuthehoa ledger proposals --limit 5 --json"),
    ),
)
