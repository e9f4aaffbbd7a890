"""Writing one decision down: checked against the live graph, by somebody, and applied at once where that is wished."""

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graph.answers import Entity
from ontology.dates import PartialDate
from ontology.errors import AmbiguousEntityError
from ui.cli.console import plain, tell, wrap, write, write_json
from ui.cli.failures import ExitCode, UsageError
from ui.cli.making import build_lines
from ui.cli.options import graph_folder, open_graph
from ui.rendering import JsonObject, build_object

if TYPE_CHECKING:
    from graph.ledger.decisions import Act, What
    from graph.query import Graph

USER_VARIABLE = "CUTHEHOA_USER"


def meant(opened: "Graph", typed: list[str], day: PartialDate | None) -> list[Entity]:
    """Return what several codes mean; the date decides for those of them that need one.

    Raises:
        AmbiguousEntityError: If one means several documents.
        UsageError: If the date decides nothing and is no date of theirs: then it was meant for another document.
    """
    found = []
    needed = day is None
    for code in typed:
        try:
            found.append(opened.resolve(code))
        except AmbiguousEntityError:
            if day is None:
                raise
            found.append(opened.resolve(code, day))
            needed = True
    if day is not None and not needed and not any(each.date and each.date.matches(day) for each in found):
        raise UsageError(
            f"không văn bản nào đã nêu có ngày {day.vietnamese}", where="--date", todo="Kiểm tra lại số hiệu và ngày"
        )
    return found


def decide(
    context: typer.Context,
    what: "What",
    make: "Callable[[Graph], Act]",
    by: str | None,
    why: str | None,
    graph: Path | None,
    *,
    apply: bool,
    json: bool,
) -> None:
    """Check a decision against the live graph, write it down, and apply it if that is wished."""
    from graph.ledger.file import append
    from graph.ledger.wording import described

    who = _who(by)
    reason = plain(why) if why and plain(why) else None
    folder = graph_folder(context, graph)
    with open_graph(context, graph) as opened:
        try:
            act = make(opened)
        except AmbiguousEntityError as error:
            _offer(error, json=json)
            raise typer.Exit(ExitCode.WRONG) from error
        base = opened.base_iri
    decision = append(folder, what, act, by=who, why=reason, base=base)
    text = described(decision)
    answer: JsonObject = {
        "number": decision.number,
        "what": decision.what,
        "text": text,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
    }
    if not json:
        write("\n".join(wrap(plain(f"Đã ghi quyết định số {decision.number}: {text}."), rest="  ")))
    if not apply:
        if json:
            write_json(answer | {"state": "pending", "reason": None, "build": None})
        else:
            write("Lần dựng sau (cuthehoa build) sẽ áp dụng; muốn áp dụng ngay, thêm --apply.")
        return
    _apply(folder, decision.number, answer, json=json)


def _apply(folder: Path, number: int, answer: JsonObject, *, json: bool) -> None:
    from graph.build import rebuild
    from graph.query import Graph

    report = rebuild(folder)
    with Graph.open(folder) as opened:
        kept = next(each for each in opened.decisions() if each.number == number)
    for failure in report.failed:
        tell(f"Lỗi: {plain(failure)}")
    if json:
        write_json(answer | {"state": kept.state.value, "reason": kept.reason, "build": build_object(report)})
    else:
        write("\n".join(build_lines(report, folder)))
    if kept.reason:
        tell(f"Quyết định số {number}: {plain(kept.reason)}.")
    if report.failed:
        raise typer.Exit(ExitCode.SOME_INPUT_FAILED)


def _offer(error: AmbiguousEntityError, *, json: bool) -> None:
    tell(f"Lỗi: {plain(error.what)}. {error.todo or ''}:")
    for choice in error.choices:
        # On one line: an IRI that was broken could not be copied.
        tell(f"  - {plain(choice)}")
    if json:
        write_json({"error": error.what, "choices": list(error.choices)})


def _who(by: str | None) -> str:
    """Return the name of who decides.

    Raises:
        UsageError: If nobody is named, and the system does not know either.
    """
    name = by if by is not None else os.environ.get(USER_VARIABLE)
    if name is None:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = ""
    if not plain(name):
        raise UsageError("chưa rõ ai quyết định", where="--by", todo=f"Thêm --by TÊN hoặc đặt biến {USER_VARIABLE}")
    return plain(name)
