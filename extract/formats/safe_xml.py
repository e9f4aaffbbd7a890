"""Parsing the XML of office files: no entities, no document type, no network, bounded depth."""

from pathlib import Path

from lxml import etree

from ontology.errors import SourceError


def parse(data: bytes, where: Path | str) -> "etree._Element":
    """Return the root of an XML part.

    Raises:
        SourceError: If it is not well-formed, deeper than 256 levels, or has a document type declaration, which no
            office program writes and which is the door for entity bombs.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            "tệp hỏng (nội dung XML không hợp lệ)", where=where, todo="Mở bằng Word hoặc LibreOffice rồi lưu lại"
        ) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs know no such attribute
        raise SourceError(
            "tệp có khai báo DTD, không phải do chương trình soạn thảo tạo ra",
            where=where,
            todo="Kiểm tra nguồn của tệp này",
        )
    return root


def local(element: "etree._Element") -> str:
    """Return an element's name without namespace: the same for the transitional and the strict form of a format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: "etree._Element | None", *path: str) -> "etree._Element | None":
    """Return the first descendant along a path of local names, or ``None``."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def attribute(element: "etree._Element | None", name: str) -> str | None:
    """Return an attribute by its local name, or ``None``."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
