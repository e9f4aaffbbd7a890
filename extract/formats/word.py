"""Reading Word files (ECMA-376, Office Open XML): the text as Word shows it with all changes accepted.

Kept: inserted and moved text, tables cell by cell, text boxes, footnotes and endnotes (``[1]`` in the text, the notes
at the end, as the plain texts on official sites have them), numbers that Word makes, headers and footers once each.
Dropped: deleted text, hidden text, field codes, page numbers, comments.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath

from lxml import etree

from extract.encodings.fonts import Piece, old_font, read_pieces
from extract.encodings.legacy import by_name
from extract.formats.safe_xml import attribute, child, local, parse
from extract.formats.text import ReadText
from extract.formats.word_numbering import Numbering
from extract.formats.word_styles import Styles, is_on, look_of, numbering_of
from extract.formats.zip_parts import Parts
from ontology.errors import SourceError

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes of the parts that are read, unpacked. A document of 2 MB of text has some 30 MB of XML."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TRANSPARENT = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby"}
    | {"rubyBase", "AlternateContent", "Choice"}
)
_TEXTS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def read(data: bytes, where: Path | str) -> ReadText:
    """Read a ``.docx`` file.

    Args:
        data: The whole file.
        where: The file, for messages.

    Raises:
        SourceError: If it is damaged, encrypted, or larger unpacked than ``MAX_UNPACKED``.
    """
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        raise SourceError(
            "tệp Word có mật khẩu" if locked else "tệp là Word cũ (.doc) mang đuôi .docx",
            where=where,
            todo="Bỏ mật khẩu rồi lưu lại" if locked else "Đổi đuôi tệp thành .doc",
        )
    return _Reader(Parts(data, where, MAX_UNPACKED), where).read()


@dataclass(slots=True)
class _Flow:
    """Paragraphs as they come, and the one that is being put together."""

    paragraphs: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A complex field: its code stands before its result."""

    code: str = ""
    in_result: bool = False

    @property
    def is_page_number(self) -> bool:
        return self.code.split()[:1] != [] and self.code.split()[0].upper() in _PAGE_FIELDS


class _Reader:
    def __init__(self, parts: Parts, where: Path | str) -> None:
        self._parts = parts
        self._where = where
        self._read_relations: dict[str, list[_Relation]] = {}
        self._main = self._related("", "officeDocument") or "word/document.xml"
        if not parts.has(self._main):
            raise SourceError("tệp không phải văn bản Word", where=where, todo="Lưu lại thành .docx bằng Word")
        self._styles = Styles(self._optional("styles"))
        self._numbering = Numbering(self._optional("numbering"))
        self._notes: list[tuple[str, str]] = []
        self._fields: list[_Field] = []
        self._old_fonts: set[str] = set()
        self._revised = False

    def read(self) -> ReadText:
        root = parse(self._parts.read(self._main), self._where)
        flow = _Flow()
        body = child(root, "body")
        first, others = self._headers_and_footers(root)
        self._blocks(body if body is not None else root, flow)
        self._end_paragraph(flow)
        paragraphs = [*first, *flow.paragraphs, *self._note_texts(), *others]
        notes = []
        if self._old_fonts:
            titles = ", ".join(sorted(by_name(name).title for name in self._old_fonts))
            notes.append(f"phông chữ cũ đã chuyển sang Unicode: {titles}")
        if self._revised:
            notes.append("văn bản có sửa đổi đang theo dõi (track changes), đọc như đã chấp nhận")
        encoding = min(self._old_fonts) if self._old_fonts else "unicode"
        return ReadText("\n\n".join(paragraphs), "docx", encoding, tuple(notes))

    def _blocks(self, parent: "etree._Element", flow: _Flow) -> None:
        for element in parent:
            self._block(element, flow)

    def _block(self, element: "etree._Element", flow: _Flow) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element, flow)
        elif name == "tbl":
            self._end_paragraph(flow)
            for cell in _cells(element):
                self._blocks(cell, flow)
                self._end_paragraph(flow)
        elif name in _TRANSPARENT:
            self._blocks(element, flow)
        elif name in ("del", "moveFrom"):
            self._revised = True

    def _paragraph(self, paragraph: "etree._Element", flow: _Flow) -> None:
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        listed = numbering_of(properties) or self._styles.numbering(style)
        boxes: list[etree._Element] = []
        begin = len(flow.pieces)
        self._inline(paragraph, flow, style, boxes)
        if listed is not None and (label := self._numbering.label(*listed)):
            has_text = any(piece.text.strip() for piece in flow.pieces[begin:])
            flow.pieces.insert(begin, Piece(f"{label} " if has_text else ""))
        # A deleted paragraph mark joins the paragraph with the next one.
        if child(properties, "rPr", "del") is None and child(properties, "rPr", "moveFrom") is None:
            self._end_paragraph(flow)
        else:
            self._revised = True
        for box in boxes:
            self._blocks(box, flow)
            self._end_paragraph(flow)

    def _end_paragraph(self, flow: _Flow) -> None:
        text, encoding = read_pieces(flow.pieces)
        flow.pieces = []
        if encoding is not None:
            self._old_fonts.add(encoding)
        if text.strip():
            flow.paragraphs.append(text.strip(" \n"))

    def _inline(self, parent: "etree._Element", flow: _Flow, style: str | None, boxes: list["etree._Element"]) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, flow, style, boxes)
            elif name == "fldSimple" and _Field(attribute(element, "instr") or "").is_page_number:
                continue
            elif name in _TRANSPARENT:
                self._revised = self._revised or name in ("ins", "moveTo")
                self._inline(element, flow, style, boxes)
            elif name in ("del", "moveFrom"):
                self._revised = True

    def _run(self, run: "etree._Element", flow: _Flow, style: str | None, boxes: list["etree._Element"]) -> None:
        properties = child(run, "rPr")
        look = self._styles.run(look_of(properties), attribute(child(properties, "rStyle"), "val"), style)
        font = old_font(look.font) if look.font else None
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field_mark(attribute(element, "fldCharType"))
            elif name == "instrText" and self._fields and not self._fields[-1].in_result:
                self._fields[-1].code += element.text or ""
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                boxes += _text_boxes(element)
            elif not look.hidden and not any(each.is_page_number or not each.in_result for each in self._fields):
                # Where a soft hyphen is, the set of TCVN3 has its "ư".
                text = "\u00ad" if name == "softHyphen" and font is not None else self._text(element, name)
                flow.pieces.append(Piece(text.upper() if look.caps and font is None else text, font))

    def _text(self, element: "etree._Element", name: str) -> str:
        if name == "t":
            return element.text or ""
        if name == "sym":
            code = attribute(element, "char") or ""
            return chr(int(code, 16)) if len(code) == 4 and code[:2].upper() != "F0" else ""
        if name in ("footnoteReference", "endnoteReference"):
            return self._note_reference(element, name.removesuffix("Reference"))
        return _TEXTS.get(name, "")

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note_reference(self, element: "etree._Element", kind: str) -> str:
        number = attribute(element, "id")
        if number is None or is_on(element) is False:
            return ""
        self._notes.append((kind, number))
        return f"[{len(self._notes)}]"

    def _note_texts(self) -> Iterator[str]:
        roots = {kind: self._optional(f"{kind}s") for kind in {kind for kind, _ in self._notes}}
        for number, (kind, name) in enumerate(self._notes, 1):
            root = roots[kind]
            note = next((each for each in (() if root is None else root) if attribute(each, "id") == name), None)
            if note is not None and (text := " ".join(self._read_apart(note))):
                yield f"[{number}] {text}"

    def _headers_and_footers(self, root: "etree._Element") -> tuple[list[str], list[str]]:
        """Return what the header of the first page says, and what all other headers and footers say, once each."""
        first: list[str] = []
        others: list[str] = []
        done: set[str] = set()
        for section in root.iter("{*}sectPr"):
            own_first_page = is_on(child(section, "titlePg")) or False
            for reference in section:
                name = local(reference)
                if name not in ("headerReference", "footerReference"):
                    continue
                is_first = attribute(reference, "type") == "first"
                part = self._part_by_id(attribute(reference, "id"))
                if part is None or part in done or (is_first and not own_first_page):
                    continue
                done.add(part)
                texts = self._read_apart(parse(self._parts.read(part), self._where))
                target = first if is_first and name == "headerReference" else others
                target += [text for text in texts if text not in first + others and not _is_number(text)]
        return first, others

    def _read_apart(self, element: "etree._Element") -> list[str]:
        flow = _Flow()
        outer, self._fields = self._fields, []
        self._blocks(element, flow)
        self._end_paragraph(flow)
        self._fields = outer
        return flow.paragraphs

    def _optional(self, kind: str) -> "etree._Element | None":
        part = self._related(self._main, kind)
        return None if part is None else parse(self._parts.read(part), self._where)

    def _related(self, source: str, kind: str) -> str | None:
        return next((each.part for each in self._relations(source) if each.kind == kind), None)

    def _part_by_id(self, name: str | None) -> str | None:
        return next((each.part for each in self._relations(self._main) if each.id == name), None)

    def _relations(self, source: str) -> list["_Relation"]:
        """Return the parts that a part refers to and that are in the container; parts outside are not followed."""
        if source not in self._read_relations:
            folder, _, file = source.rpartition("/")
            part = join(folder, "_rels", f"{file}.rels")
            root = parse(self._parts.read(part), self._where) if self._parts.has(part) else ()
            self._read_relations[source] = [
                _Relation(attribute(each, "Id"), (attribute(each, "Type") or "").rpartition("/")[2], target)
                for each in root
                if attribute(each, "TargetMode") != "External"
                and self._parts.has(target := normpath(join("/", folder, attribute(each, "Target") or "")).lstrip("/"))
            ]
        return self._read_relations[source]


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str | None
    kind: str
    part: str


def _cells(table: "etree._Element") -> Iterator["etree._Element"]:
    """Yield the cells of a table, row by row; rows that are marked as deleted are left out."""
    for row in table.iter("{*}tr"):
        if next(row.iterancestors("{*}tbl"), None) is table and child(row, "trPr", "del") is None:
            for cell in row.iter("{*}tc"):
                if next(cell.iterancestors("{*}tbl"), None) is table:
                    yield cell


def _text_boxes(element: "etree._Element") -> list["etree._Element"]:
    """Return the text boxes in a drawing; the copy for older programs (``Fallback``) and boxes in boxes are not."""
    return [
        box
        for box in element.iter("{*}txbxContent")
        if not any(local(each) in ("Fallback", "txbxContent") for each in box.iterancestors())
    ]


def _is_number(text: str) -> bool:
    """Tell whether a header is nothing but a page number that someone typed ("- 2 -", "Trang 3/7")."""
    return not text.casefold().replace("trang", "").strip(" -–/|0123456789.\n\t")
