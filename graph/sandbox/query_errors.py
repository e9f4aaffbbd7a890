"""What the engines say when a query fails, in the words of this project's users."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ontology.errors import QueryError

_Reply = Callable[[re.Match[str]], QueryError]

_ENLARGE: Final = "Hãy thu hẹp mẫu tìm, trả về ít cột hơn hoặc thêm LIMIT"


class QueryLimitError(QueryError):
    """A query went beyond its time, memory or size: nothing is wrong with its text."""


class QueryBusyError(QueryError):
    """No worker was free: the same query may well succeed a moment later."""


def too_slow(timeout: float) -> QueryError:
    """Says that a query was stopped.

    Args:
        timeout: The time that it had, in seconds.

    Returns:
        The error to raise.
    """
    return QueryLimitError(
        f"Truy vấn chạy quá {timeout:g} giây và đã bị dừng",
        todo="Hãy thu hẹp mẫu tìm, giới hạn độ dài đường đi (ví dụ *1..4), thêm LIMIT, hoặc tăng thời gian cho phép",
    )


def too_hungry() -> QueryError:
    """Says that a query needed more memory than a query may have."""
    return QueryLimitError("Truy vấn cần quá nhiều bộ nhớ và đã bị dừng", todo=_ENLARGE)


def too_large() -> QueryError:
    """Says that a single row was larger than an answer may be."""
    return QueryLimitError("Kết quả quá lớn để hiển thị", todo=_ENLARGE)


def crashed() -> QueryError:
    """Says that the worker died of the query."""
    return QueryLimitError(
        "Truy vấn đã làm hỏng tiến trình truy vấn, có thể vì thiếu bộ nhớ; dữ liệu không bị ảnh hưởng", todo=_ENLARGE
    )


def busy(seconds: float) -> QueryError:
    """Says that no worker became free.

    Args:
        seconds: How long the query waited; 0 if it was turned away at once.
    """
    waited = f", đã đợi {seconds:g} giây" if seconds else ""
    return QueryBusyError(f"Đang có quá nhiều truy vấn{waited}", todo="Hãy thử lại khi các truy vấn khác xong")


_REPLIES: Final[tuple[tuple[re.Pattern[str], _Reply], ...]] = (
    (
        re.compile(r"Interrupted\.?|Query (?:timed out|timeout)"),
        lambda match: QueryError("Truy vấn đã bị dừng giữa chừng"),
    ),
    (re.compile(r"Buffer manager exception|bad_alloc|memory allocation", re.IGNORECASE), lambda match: too_hungry()),
    (
        re.compile(r"Parser exception: [^\0]*\(line: (\d+), offset: (\d+)\)"),
        lambda match: QueryError("Sai cú pháp Cypher", where=f"dòng {match[1]}, cột {int(match[2]) + 1}"),
    ),
    (
        re.compile(r"Binder exception: Table (\S+) does not exist"),
        lambda match: QueryError(
            f"Đồ thị không có nhãn hay loại quan hệ nào tên «{match[1]}»",
            todo="Hãy xem các nhãn và quan hệ trong phần mô tả đồ thị",
        ),
    ),
    (
        re.compile(r"Binder exception: Cannot find property (\S+) for (\S+?)\.?$"),
        lambda match: QueryError(f"«{match[2]}» không có thuộc tính «{match[1]}»"),
    ),
    (
        re.compile(r"Binder exception: Variable (\S+) is not in scope"),
        lambda match: QueryError(f"Biến «{match[1]}» chưa được khai báo ở đây"),
    ),
    (
        re.compile(r"Parameter (\S+) not found"),
        lambda match: QueryError(f"Thiếu giá trị cho tham số ${match[1]}"),
    ),
    (
        # Oxigraph names the furthest place that it looked at, which may lie a word beyond the fault.
        re.compile(r"error at (\d+):(\d+): expected"),
        lambda match: QueryError(
            "Sai cú pháp SPARQL ở chỗ này hoặc ngay trước đó", where=f"dòng {match[1]}, cột {match[2]}"
        ),
    ),
    (
        re.compile(r"The custom (?:aggregate )?function <(\S*)> is not supported"),
        lambda match: QueryError(f"Không có hàm <{match[1]}>"),
    ),
)


def told(engine: str, message: str) -> QueryError:
    """Puts an engine's message into Vietnamese.

    Args:
        engine: The name under which users know the engine.
        message: What it said.

    Returns:
        The error to raise. A message that nobody has translated is quoted, first line only.
    """
    for pattern, reply in _REPLIES:
        match = pattern.search(message)
        if match is not None:
            return reply(match)
    lines = message.strip().splitlines() or ["?"]
    return QueryError(f"{engine} không chạy được câu này: {lines[0].rstrip('.')[:300]}")
