"""Reading what only an office suite reads (``.doc``, ``.rtf``, ``.odt``): LibreOffice makes a ``.docx`` of it.

LibreOffice runs apart, without a window, with a profile of its own that is thrown away: macros are off, links are not
followed, and its proxy is an address where nobody listens.
"""

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from extract.formats import web, word
from extract.formats.external import TimedOutError, find_program, run
from extract.formats.text import ReadText
from extract.formats.zip_parts import Parts
from ontology.errors import SourceError

MAX_SECONDS = 120
"""A thousand pages take half a minute; what takes longer hangs."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM_PLACES = ("LibreOffice/program/soffice.com", "Applications/LibreOffice.app/Contents/MacOS/soffice")
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]{0,200}\?>\s*<html)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format by its first bytes, whatever the file is called, with LibreOffice's name for its filter."""

    suffix: str
    filter: str


_WORD_97 = _Kind(".doc", "MS Word 97")
_RTF = _Kind(".rtf", "Rich Text Format")
_ODT = _Kind(".odt", "writer8")

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
"""
_NOWHERE = "http://127.0.0.1:9"


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, or ``None`` where it is not installed."""
    return find_program(("soffice", "libreoffice"), _PROGRAM_PLACES)


def read(data: bytes, where: Path | str) -> ReadText:
    """Read a ``.doc``, ``.rtf`` or ``.odt`` file; what it is shows in its first bytes, not in its name.

    Args:
        data: The whole file.
        where: The file, for messages.

    Raises:
        SourceError: If it is damaged or encrypted, LibreOffice is not installed, or it does not end in time.
    """
    # Word opens web pages and new Word files under the old ending, so offices are full of them.
    if _MARKUP.match(data):
        return web.read(data, where)
    kind = _kind(data, where)
    if kind is None:
        return word.read(data, where)
    program = find_libreoffice()
    if program is None:
        raise SourceError(
            f"cần LibreOffice để đọc tệp {kind.suffix}, máy này chưa có",
            where=where,
            todo="Cài LibreOffice (libreoffice.org), hoặc lưu tệp thành .docx",
        )
    made = word.read(_to_docx(data, kind, program, where), where)
    return replace(made, format=kind.suffix.removeprefix("."))


def _kind(data: bytes, where: Path | str) -> _Kind | None:
    """Return what LibreOffice has to read, or ``None`` for a new Word file."""
    if data.startswith(_OLE):
        return _WORD_97
    if data.startswith(b"{\\rtf"):
        return _RTF
    if data.startswith(b"PK"):
        # In an OpenDocument file the first part, stored as it is, names the format.
        parts = Parts(data, where, word.MAX_UNPACKED)
        if not parts.has("mimetype") or b"opendocument.text" not in parts.read("mimetype"):
            return None
        # LibreOffice knows no bound: what unpacks to too much must not reach it.
        for entry in parts.entries():
            parts.read(entry)
        return _ODT
    raise SourceError("tệp hỏng, không phải Word, RTF hay OpenDocument", where=where, todo="Lấy lại bản gốc của tệp")


def _to_docx(data: bytes, kind: _Kind, program: Path, where: Path | str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="cuthehoa-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        profile = root / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = root / f"source{kind.suffix}"
        source.write_bytes(data)
        command = [
            str(program),
            f"-env:UserInstallation={profile.parent.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nofirststartwizard",
            f"--infilter={kind.filter}",
            "--convert-to",
            "docx:Office Open XML Text",
            "--outdir",
            str(root / "out"),
            str(source),
        ]
        # Also programs that LibreOffice may start keep their files in the folder that goes away.
        own = {"HOME": folder, "TMPDIR": folder, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "no_proxy": ""}
        try:
            run(command, seconds=MAX_SECONDS, folder=root, environment=own)
        except TimedOutError as error:
            raise SourceError(
                f"LibreOffice không đọc xong tệp trong {MAX_SECONDS} giây", where=where, todo="Lưu tệp thành .docx"
            ) from error
        except OSError as error:
            raise SourceError(
                f"không chạy được LibreOffice ({error.strerror})", where=where, todo="Cài lại LibreOffice"
            ) from error
        made = root / "out" / "source.docx"
        if not made.is_file():
            raise SourceError(
                "LibreOffice không mở được tệp (hỏng hoặc có mật khẩu)",
                where=where,
                todo="Mở bằng Word, bỏ mật khẩu nếu có, rồi lưu thành .docx",
            )
        return made.read_bytes()
