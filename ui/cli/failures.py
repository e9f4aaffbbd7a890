"""From an exception to one Vietnamese line and an exit code."""

import errno
import os
import re
import sys
import traceback
from enum import IntEnum

from ontology.errors import CuthehoaError, SourceError
from ui.cli.console import plain, tell


class ExitCode(IntEnum):
    """How the program ends; the first three are promised by CONTRACTS."""

    WELL = 0
    SOME_INPUT_FAILED = 1
    WRONG = 2
    PROGRAM_ERROR = 70
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


class UsageError(CuthehoaError):
    """The command was given something that it cannot work with (exit code 2)."""


# Typer's own messages, which its releases word alike, and what to say instead.
_USAGE = [
    (r"No such command '(.*?)'\. Did you mean (.*)\?", "không có lệnh “{0}”. Có phải ý bạn là {1}?"),
    (r"No such command '(.*?)'", "không có lệnh “{0}”"),
    (r"Missing command", "thiếu tên lệnh"),
    (r"No such option: (\S+) \(Possible options: (.*)\)", "không có tùy chọn {0}. Có phải ý bạn là {1}?"),
    (r"No such option: (\S+) Did you mean (.*)\?", "không có tùy chọn {0}. Có phải ý bạn là {1}?"),
    (r"No such option: (\S+)", "không có tùy chọn {0}"),
    (r"Missing argument '(.*?)'", "thiếu {0}"),
    (r"Missing option '(.*?)'", "thiếu tùy chọn {0}"),
    (r"Option '(.*?)' requires an argument", "tùy chọn {0} cần một giá trị"),
    (r"Option '(.*?)' requires (\d+) arguments", "tùy chọn {0} cần {1} giá trị"),
    (r"Option '(.*?)' does not take a value", "tùy chọn {0} không nhận giá trị"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "thừa tham số: {0}"),
    (r"Invalid value for '(.*?)'.*?: .*(?:integer|int\b).*", "giá trị của {0} phải là một số nguyên"),
    (r"Invalid value for '(.*?)'.*?: .*(?:number|float).*", "giá trị của {0} phải là một số, viết như 0.5"),
    (r"Invalid value for '(.*?)'.*?: (.*)", "giá trị của {0} không dùng được ({1})"),
]  # fmt: skip

_SYSTEM = {
    errno.ENOENT: "không tìm thấy",
    errno.EACCES: "không có quyền đọc hoặc ghi",
    errno.EPERM: "không có quyền đọc hoặc ghi",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đây là thư mục, cần một tệp",
    errno.ENOTDIR: "đây là tệp, cần một thư mục",
    errno.EEXIST: "đã có tệp trùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
}


def usage_message(message: str, command_path: str) -> str:
    """Typer's message about a wrong command line, in Vietnamese, with the way to the right help page.

    Args:
        message: As Typer words it.
        command_path: The command that was read so far (``cuthehoa trace``).
    """
    text = " ".join(message.split())
    for pattern, vietnamese in _USAGE:
        if match := re.match(pattern, text):
            text = vietnamese.format(*(group for group in match.groups() if group is not None))
            break
    text = text.replace("'", "")
    return f"Lỗi: {text if text.endswith('?') else text.rstrip('.') + '.'} Xem cách dùng: {command_path} --help"


def report(error: Exception) -> ExitCode:
    """Say on standard error what went wrong, in one line, and return how the program should end.

    Args:
        error: Anything that a command let through. With ``CUTHEHOA_DEBUG=1`` its traceback is shown first.
    """
    if os.environ.get("CUTHEHOA_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, CuthehoaError):
        tell(f"Lỗi: {plain(str(error))}")
        return ExitCode.SOME_INPUT_FAILED if isinstance(error, SourceError) else ExitCode.WRONG
    if isinstance(error, OSError):
        what = _SYSTEM.get(error.errno or 0, error.strerror or str(error))
        tell(f"Lỗi: {error.filename or 'hệ thống'}: {what}.")
        return ExitCode.WRONG
    kind = type(error).__name__
    tell(
        f"Lỗi của chương trình, không phải do dữ liệu của bạn: {kind}: {plain(str(error))[:200]}. "
        "Đặt biến môi trường CUTHEHOA_DEBUG=1 rồi chạy lại để thấy chi tiết gửi cho người phát triển."
    )
    return ExitCode.PROGRAM_ERROR
