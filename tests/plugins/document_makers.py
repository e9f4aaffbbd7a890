"""Real files for the tests of the readers: made by Chromium, LibreOffice, python-docx, Pillow, or by hand as a ZIP."""

import html
import io
import json
import subprocess
import zipfile
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import docx
import pypdfium2
from ci_rules import skip_here_fail_on_ci
from PIL import Image
from system_parts import FONT, LIBREOFFICE, TESSERACT, find_chromium, missing, missing_browser

from extract.formats.ocr import find_tesseract
from extract.formats.office import find_libreoffice
from extract.normalize import normalize

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def need_libreoffice() -> Path:
    """LibreOffice's program; without it the test is skipped here and fails on CI."""
    program = find_libreoffice()
    if program is None:
        skip_here_fail_on_ci(missing(LIBREOFFICE) or "LibreOffice is missing")
    return program  # type: ignore[return-value]


def need_tesseract() -> Path:
    """Tesseract's program with its Vietnamese model; without it the test is skipped here and fails on CI."""
    program = find_tesseract()
    if program is None:
        skip_here_fail_on_ci(missing(TESSERACT) or "Tesseract is missing")
    return program  # type: ignore[return-value]


def paragraphs_of(text: str) -> list[list[str]]:
    """The paragraphs of a plain text as someone would type them into a word processor: a list of columns each."""
    made: list[list[str]] = []
    for built_by_tabs, lines in groupby(text.splitlines(), lambda line: "\t" in line):
        if built_by_tabs:
            made += [[column.strip() for column in line.split("\t") if column.strip()] for line in lines]
        else:
            made += [[line] for line in normalize("\n".join(lines)).text.split("\n")]
    return [columns for columns in made if any(column.strip() for column in columns)]


def web_page(text: str, *, charset: str = "utf-8", style: str = "") -> str:
    """A page with the paragraphs of a text; columns are the cells of a table."""
    parts = [f"<!doctype html><html><head><meta charset={charset}><title>x</title><style>"]
    parts.append(f"body{{font:14pt serif;text-align:justify}}{style}</style></head><body>")
    for columns in paragraphs_of(text):
        if len(columns) > 1:
            cells = "".join(f"<td>{html.escape(column)}</td>" for column in columns)
            parts.append(f'<table width="100%"><tr>{cells}</tr></table>')
        else:
            parts.append(f"<p>{html.escape(columns[0])}</p>")
    return "\n".join([*parts, "</body></html>"])


def print_pdf(markup: str, folder: Path, *, head_and_foot: bool = False) -> bytes:
    """A PDF of a page, printed by Chromium."""
    if reason := missing_browser() or missing(FONT):
        skip_here_fail_on_ci(reason)
    (folder / "page.html").write_text(markup, encoding="utf-8")
    made = folder / "page.pdf"
    command = [str(find_chromium()), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    command += [f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={made}"]
    command += [] if head_and_foot else ["--no-pdf-header-footer"]
    done = subprocess.run([*command, (folder / "page.html").as_uri()], capture_output=True, timeout=120, check=False)
    assert made.is_file(), done.stderr.decode(errors="replace")[-2000:]
    return made.read_bytes()


def pictures(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    """The pages of a PDF as someone scans them."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def picture_file(pages: list[Image.Image], kind: str, dpi: int = 200) -> bytes:
    """A file of pictures: ``PNG`` (of the first), ``TIFF`` or ``PDF``."""
    file = io.BytesIO()
    # Saving leaves settings in a picture that another format stumbles over.
    first, *others = [page.copy() for page in pages]
    if kind == "PNG":
        first.save(file, kind, dpi=(dpi, dpi))
    else:
        first.save(file, kind, save_all=True, append_images=others, resolution=dpi)
    return file.getvalue()


def word_document(text: str) -> bytes:
    """A Word file with the paragraphs of a text, by python-docx; columns are the cells of a table."""
    document = docx.Document()
    for columns in paragraphs_of(text):
        if len(columns) > 1:
            table = document.add_table(1, len(columns))
            for cell, column in zip(table.rows[0].cells, columns, strict=True):
                cell.text = column
        else:
            document.add_paragraph(columns[0])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def convert(data: bytes, source: str, target: str, folder: Path, **options: str) -> bytes:
    """What LibreOffice makes of a file.

    Args:
        data: The file.
        source: Its ending, without dot.
        target: The ending of what is wanted.
        folder: Where to work.
        options: Of the PDF filter, each a text or ``true``.
    """
    program = need_libreoffice()
    (folder / f"made.{source}").write_bytes(data)
    kind = target
    if options:
        typed = {
            key: {"type": "boolean", "value": "true"} if value == "true" else {"type": "string", "value": value}
            for key, value in options.items()
        }
        kind = f"{target}:writer_pdf_Export:{json.dumps(typed)}"
    command = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += [kind, "--outdir", str(folder / "out"), str(folder / f"made.{source}")]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return (folder / "out" / f"made.{target}").read_bytes()


def word_zip(body: str, parts: Mapping[str, str] = {}, *, section: str = "") -> bytes:
    """A Word file by hand.

    Args:
        body: What stands in ``w:body``.
        parts: More parts: ``footnotes``, ``endnotes``, ``styles``, ``numbering``, ``header1`` …; the inside of their
            roots.
        section: What stands in the last ``w:sectPr``; a part is named there by its name.
    """
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering"}
    space = (
        f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    relations = []
    files = {}
    for name, inside in parts.items():
        root = roots.get(name) or ("hdr" if name.startswith("header") else "ftr")
        kind = roots.get(name) or name.rstrip("0123456789")
        files[f"word/{name}.xml"] = f"<w:{root} {space}>{inside}</w:{root}>"
        relations.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>')
    files["word/document.xml"] = (
        f"<w:document {space}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{"".join(relations)}</Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {"word/document.xml": "document.main"} | {f"word/{name}.xml": roots.get(name, name) for name in parts}
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}.{name.rstrip("0123456789")}+xml"/>'
        for part, name in overrides.items()
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="d" Type="{OFFICE}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    )
    return zip_file({name: text.encode() for name, text in files.items()})


def zip_file(files: Mapping[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return made.getvalue()
