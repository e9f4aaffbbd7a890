"""Reading ZIP containers within bounds: what a file says of its own size is not believed."""

import io
import zipfile
import zlib
from pathlib import Path

from ontology.errors import SourceError

MAX_ENTRIES = 10_000
"""Entries of one container. Office files have some dozens; a folder that someone packed, some thousands."""

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError)


class Parts:
    """A ZIP container.

    Args:
        data: Its bytes, or its file: of a file only what is asked for is read.
        where: The file, for messages.
        most: How many bytes all parts that are read may have together, unpacked.

    Raises:
        SourceError: If it is no readable container or has too many entries.
    """

    def __init__(self, data: bytes | Path, where: Path | str, most: int) -> None:
        self._where = where
        self._most = most
        self._left = most
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except (PermissionError, FileNotFoundError) as error:
            raise SourceError(
                f"không mở được tệp ({error.strerror})", where=where, todo="Kiểm tra quyền đọc tệp"
            ) from error
        except _BROKEN as error:
            raise self._damaged() from error
        if len(self._zip.infolist()) > MAX_ENTRIES:
            raise SourceError(
                f"tệp nén có hơn {MAX_ENTRIES} mục", where=where, todo="Giải nén rồi chọn riêng các văn bản cần đọc"
            )

    def entries(self) -> list[zipfile.ZipInfo]:
        """Return what the container lists, folders included, in its own order."""
        return self._zip.infolist()

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._zip.NameToInfo

    def read(self, entry: str | zipfile.ZipInfo) -> bytes:
        """Return the bytes of a part.

        Raises:
            SourceError: If it is damaged, encrypted, or larger than what is left of the bound.
            KeyError: If there is none of that name.
        """
        try:
            with self._zip.open(entry) as part:
                data = part.read(self._left + 1)
        except NotImplementedError as error:
            raise SourceError(
                "tệp nén theo cách chưa hỗ trợ", where=self._where, todo="Nén lại theo kiểu ZIP thông thường"
            ) from error
        except RuntimeError as error:
            raise SourceError("tệp nén có mật khẩu", where=self._where, todo="Bỏ mật khẩu rồi lưu lại") from error
        except _BROKEN as error:
            raise self._damaged() from error
        if len(data) > self._left:
            raise SourceError(
                f"nội dung giải nén lớn hơn {self._most // 1024 // 1024} MB, có thể là tệp bom nén",
                where=self._where,
                todo="Kiểm tra nguồn của tệp này",
            )
        self._left -= len(data)
        return data

    def _damaged(self) -> SourceError:
        return SourceError("tệp hỏng (không giải nén được)", where=self._where, todo="Lấy lại bản gốc của tệp")
