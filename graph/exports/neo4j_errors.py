"""What goes wrong with a Neo4j server, in words that say what to do.

Source: Neo4j status codes, https://neo4j.com/docs/status-codes/current/.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from ontology.errors import ExportError

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_BAD_URI = (
    "địa chỉ máy chủ Neo4j không dùng được",
    "Viết như bolt://127.0.0.1:7687 hoặc neo4j+s://ten-may-chu:7687",
)
_BY_CODE = {
    "Neo.ClientError.Database.DatabaseNotFound": (
        "máy chủ không có cơ sở dữ liệu “{database}”",
        "Xem tên đúng bằng lệnh SHOW DATABASES trên máy chủ, rồi đặt --database",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "mật khẩu ban đầu của người dùng “{user}” chưa được đổi",
        "Đăng nhập một lần bằng cypher-shell hoặc Neo4j Browser để đặt mật khẩu mới",
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "máy chủ tạm khóa người dùng “{user}” vì sai mật khẩu nhiều lần",
        "Đợi vài giây, kiểm tra lại mật khẩu rồi chạy lại",
    ),
    "Neo.ClientError.Security.Forbidden": (
        "người dùng “{user}” không có quyền ghi",
        "Dùng người dùng khác, hoặc xin quyền của người quản trị máy chủ",
    ),
    "Neo.DatabaseError.Schema.ConstraintCreationFailed": (
        "cơ sở dữ liệu đã có những nút trùng IRI, không phải do lệnh này ghi",
        "Dùng một cơ sở dữ liệu riêng, hoặc xóa các nút trùng",
    ),
}


@contextmanager
def user_errors(uri: str, user: str, database: str | None) -> Iterator[None]:
    """Turn the driver's errors into one Vietnamese sentence each; the password is in none of them.

    Args:
        uri: Where the server is.
        user: Who logs in.
        database: Which database, or ``None`` for the home database.

    Raises:
        ExportError: For everything that the driver raises.
    """
    from neo4j.exceptions import (
        AuthError,
        ConfigurationError,
        DriverError,
        Neo4jError,
        ServiceUnavailable,
        SessionExpired,
    )

    def error(what: str, todo: str) -> ExportError:
        names = {"user": user, "database": database or "mặc định"}
        return ExportError(what.format_map(names), where=_shown(uri), todo=todo)

    if not _is_uri(uri):
        raise error(*_BAD_URI)
    try:
        yield
    except ConfigurationError as cause:
        raise error(*_BAD_URI) from cause
    except (ServiceUnavailable, SessionExpired) as cause:
        raise error(
            "không nối được tới máy chủ Neo4j",
            "Kiểm tra máy chủ có đang chạy không, địa chỉ và cổng Bolt (thường là 7687) có đúng không",
        ) from cause
    except (DriverError, Neo4jError) as cause:
        if isinstance(cause, Neo4jError) and cause.code in _BY_CODE:
            raise error(*_BY_CODE[cause.code]) from cause
        if isinstance(cause, AuthError):
            raise error(
                "máy chủ từ chối người dùng “{user}”: sai tên hoặc mật khẩu",
                "Đặt --user và biến môi trường NEO4J_PASSWORD cho đúng",
            ) from cause
        raise _other(uri, cause) from cause


def _other(uri: str, cause: Exception) -> ExportError:
    message = getattr(cause, "message", None) or str(cause) or type(cause).__name__
    first_line = message.splitlines()[0]
    return ExportError(
        f"máy chủ Neo4j báo lỗi: {first_line.rstrip('.')}", where=_shown(uri), todo="Xem nhật ký máy chủ"
    )


def _is_uri(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in _SCHEMES and parts.hostname is not None and parts.port != 0
    except ValueError:  # a port that is no number, or too large; brackets that are not closed
        return False


def _shown(uri: str) -> str:
    """Return the address without a password that somebody may have put into it."""
    scheme, separator, rest = uri.rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"
