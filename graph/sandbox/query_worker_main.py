"""The other end of ``graph.sandbox.query_worker``: opens one store, shuts itself in, answers queries.

Run by its path with ``python -I -S``, so it sees neither the environment nor the project: it imports the engine
and the standard library only, starts in tens of milliseconds, and nothing of the project can be reached from it.
One JSON object a line comes in on standard input and one goes out: first the settings, answered by
``{"ready": true}``, then queries. It ends when its input ends.
"""

from __future__ import annotations

import datetime
import decimal
import json
import math
import os
import signal
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

# JSON from and to the parent: its shape is checked where it is used.
_Message = dict[str, Any]

_LADYBUG_ADDRESS_SPACE = 2**33
_PRELOADED_TABLES = 16
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class _TooLargeError(Exception):
    """The first row alone is larger than an answer may be."""


def main() -> None:
    """Answers queries until the input ends."""
    source, sink = sys.stdin.buffer, _own_output()
    settings: _Message = json.loads(source.readline())
    sys.path[:0] = settings["import_from"]
    try:
        answer = _open_sparql(settings) if settings["engine"] == "sparql" else _open_cypher(settings)
        _shut_in(settings)
    except Exception as error:  # noqa: BLE001 - whatever the engine raises is the parent's to tell
        _send(sink, {"error": "open", "message": str(error)})
        return
    _send(sink, {"ready": True})
    for line in source:
        request: _Message = json.loads(line)
        _set_alarm(request["timeout"])
        begun = time.perf_counter()
        try:
            reply = answer(request)
        except SyntaxError as error:
            reply = {"error": "syntax", "message": str(error)}
        except (MemoryError, _TooLargeError) as error:
            reply = {"error": "memory" if isinstance(error, MemoryError) else "large", "message": str(error)}
        except Exception as error:  # noqa: BLE001
            reply = {"error": "engine", "message": str(error)}
        reply["seconds"] = time.perf_counter() - begun
        _send(sink, reply)
        _set_alarm(None)


def _own_output() -> BinaryIO:
    """Keeps the pipe to the parent for answers; whatever an engine prints goes nowhere."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sink


def _send(sink: BinaryIO, message: _Message) -> None:
    body: bytes | None = message.pop("body", None)
    if body is not None:
        # First, where the other end looks for it before it reads the line as JSON.
        message = {"body": len(body), **message}
    sink.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n")
    if body is not None:
        sink.write(body)
    sink.flush()


def _set_alarm(timeout: float | None) -> None:
    """Dies by itself if the parent is no longer there to kill it: the signal's default action needs no Python."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0 if timeout is None else timeout + 2)


# -- SPARQL -------------------------------------------------------------------------------------------------------


def _open_sparql(settings: _Message) -> Callable[[_Message], _Message]:
    import pyoxigraph  # the other engine's worker does without it

    store = pyoxigraph.Store.read_only(settings["path"])

    def answer(request: _Message) -> _Message:
        result = store.query(
            request["query"],
            default_graph=graphs(request["default_graphs"]),
            named_graphs=graphs(request["named_graphs"]),
        )
        if request["form"] is not None:
            return _written(result, request, settings["prefixes"])
        if isinstance(result, pyoxigraph.QueryBoolean):
            return {"boolean": bool(result)}
        if isinstance(result, pyoxigraph.QueryTriples):
            triples, truncated = _cut(result, request, lambda triple: len(str(triple)))
            text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
            return {"triples": (text or b"").decode(), "truncated": truncated}
        rows, truncated = _cut((_solution(row) for row in result), request, _size)
        return {"variables": [name.value for name in result.variables], "rows": rows, "truncated": truncated}

    def graphs(iris: list[str] | None) -> list[Any] | None:
        if iris is None:
            return None
        return [pyoxigraph.NamedNode(iri) if iri else pyoxigraph.DefaultGraph() for iri in iris]

    def _solution(row: Any) -> list[list[str] | None]:
        return [None if value is None else _term(value) for value in row]

    def _term(value: Any) -> list[str]:
        if isinstance(value, pyoxigraph.Literal):
            return ["literal", value.value, value.datatype.value, value.language or ""]
        if isinstance(value, pyoxigraph.NamedNode):
            return ["uri", value.value]
        if isinstance(value, pyoxigraph.BlankNode):
            return ["bnode", value.value]
        return ["literal", str(value), "http://www.w3.org/2001/XMLSchema#string", ""]

    return answer


def _written(result: Any, request: _Message, prefixes: dict[str, str]) -> _Message:
    """Writes an answer in one of the standard forms; all but JSON by Oxigraph, whose quoting is the specifications'."""
    import pyoxigraph

    form = request["form"]
    if isinstance(result, pyoxigraph.QueryTriples):
        triples, truncated = _cut(result, request, lambda triple: len(str(triple)))
        graph_form = pyoxigraph.RdfFormat.from_extension(form)
        body = pyoxigraph.serialize(triples, format=graph_form, prefixes=None if form == "nt" else prefixes) or b""
        return {"body": body, "truncated": truncated}
    if isinstance(result, pyoxigraph.QueryBoolean):
        body, truncated = (b'{"head":{},"boolean":%s}' % (b"true" if result else b"false")), False
    else:
        names = [json.dumps(variable.value, ensure_ascii=False) for variable in result.variables]
        rows, truncated = _cut((_binding(names, row) for row in result), request, len)
        head = ",".join(names).encode()
        body = b'{"head":{"vars":[%s]},"results":{"bindings":[%s]}}' % (head, b",".join(rows))
    if form != "srj":
        table = pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
        body = table.serialize(format=pyoxigraph.QueryResultsFormat.from_extension(form)) or b""
    return {"body": body, "truncated": truncated}


def _binding(names: list[str], row: Any) -> bytes:
    """Gives one solution as SPARQL 1.1 Query Results JSON, §3.2.1; names are JSON already."""
    bound = [f"{name}:{_member(term)}" for name, term in zip(names, row, strict=True) if term is not None]
    return f"{{{','.join(bound)}}}".encode("utf-8", "replace")


def _member(term: Any) -> str:
    kind = type(term).__name__
    member = {"type": {"NamedNode": "uri", "BlankNode": "bnode"}.get(kind, "literal"), "value": term.value}
    if kind == "Literal":
        if term.language:
            member["xml:lang"] = term.language
        elif term.datatype.value != _XSD_STRING:
            member["datatype"] = term.datatype.value
    return json.dumps(member, ensure_ascii=False, separators=(",", ":"))


# -- Cypher -------------------------------------------------------------------------------------------------------


def _open_cypher(settings: _Message) -> Callable[[_Message], _Message]:
    import ladybug  # the other engine's worker does without it

    # Ladybug reserves its whole address space at once, 8 TB if nobody says otherwise; with RLIMIT_AS that cannot be.
    space = max(_LADYBUG_ADDRESS_SPACE, 2 ** math.ceil(math.log2(4 * Path(settings["path"]).stat().st_size + 1)))
    database = ladybug.Database(
        settings["path"],
        read_only=True,
        buffer_pool_size=settings["memory"] // 2,
        max_num_threads=settings["threads"],
        max_db_size=space,
    )
    connection = ladybug.Connection(database, settings["threads"])
    # The first query imports and allocates what all others need: better now than after the door is shut.
    list(connection.execute("RETURN $x", {"x": "x"}))

    def answer(request: _Message) -> _Message:
        connection.set_query_timeout(max(1, int(request["timeout"] * 1000)))
        result = connection.execute(request["query"], request["parameters"])
        if isinstance(result, list):
            return {"error": "engine", "message": "more than one statement"}
        columns = result.get_column_names()
        rows, truncated = _cut(([_plain(value) for value in row] for row in result), request, _size)
        result.close()
        return {"columns": columns, "rows": rows, "truncated": truncated}

    return answer


def _plain(value: Any) -> Any:
    """Turns a value of Ladybug into what JSON can hold."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return f"P{value.days}DT{value.seconds + value.microseconds / 1e6:g}S"
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        if value.keys() == {"offset", "table"}:
            return f"{value['table']}:{value['offset']}"
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    return str(value)


# -- bounds -------------------------------------------------------------------------------------------------------


def _size(row: Any) -> int:
    """Estimates the bytes of a row in JSON; the estimate only has to notice the enormous."""
    if isinstance(row, str):
        return 2 * len(row) + 3
    if isinstance(row, list):
        return 2 + sum(map(_size, row))
    if isinstance(row, dict):
        return 2 + sum(len(key) + 4 + _size(item) for key, item in row.items())
    return 8


def _cut(items: Any, request: _Message, size: Callable[[Any], int]) -> tuple[list[Any], bool]:
    """Takes items until there are too many or they are too large; says whether some were left."""
    kept: list[Any] = []
    total = 0
    for item in items:
        total += size(item)
        if len(kept) >= request["limit"]:
            return kept, True
        if total > request["bytes"]:
            if not kept:
                raise _TooLargeError
            return kept, True
        kept.append(item)
    return kept, False


def _shut_in(settings: _Message) -> None:
    """Takes away memory beyond the allowance, files and the network, as far as the system can do that."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    pages = Path("/proc/self/statm")
    if pages.exists():
        bound = int(pages.read_text().split()[0]) * resource.getpagesize() + settings["memory"]
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    _landlock(settings["path"])
    # No new descriptor means no file and no socket. RocksDB opens a few tables at once and the others when it needs
    # them, so a large RDF store must keep this door open; there Landlock alone stands guard.
    if settings["engine"] == "cypher" or len(list(Path(settings["path"]).glob("*.sst"))) <= _PRELOADED_TABLES:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _landlock(path: str) -> None:
    """Linux: may read beneath the store, may not touch other files or open TCP connections. Best effort."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # costs milliseconds, of use on Linux only
    import struct

    create, add, restrict = 444, 445, 446
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(create, None, 0, 1)
    if version < 1:
        return
    # Access rights by version of the interface: linux/landlock.h.
    files = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)) - 1
    network = 0b11 if version >= 4 else 0
    attributes = struct.pack("=QQ", files, network) if version >= 4 else struct.pack("=Q", files)
    rules = libc.syscall(create, attributes, len(attributes), 0)
    if rules < 0:
        return
    target = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
    reading = 0b1100 if Path(path).is_dir() else 0b100
    libc.syscall(add, rules, 1, struct.pack("=Qi", reading, target), 0)
    os.close(target)
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS, which Landlock asks for
    libc.syscall(restrict, rules, 0)
    os.close(rules)


if __name__ == "__main__":
    main()
