"""Writing a graph to files that other programs read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from graph.content import GraphContent
from ontology.errors import ExportError


class ExportFormat(StrEnum):
    """The formats of ``cuthehoa export``."""

    TTL = "ttl"
    NQ = "nq"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"

    @property
    def is_folder(self) -> bool:
        """Whether the format is several files in one folder."""
        return self is ExportFormat.CSV

    @property
    def is_rdf(self) -> bool:
        """Whether it holds triples, which the shapes can check."""
        return self in (ExportFormat.TTL, ExportFormat.NQ, ExportFormat.JSONLD)

    @property
    def vietnamese(self) -> str:
        """What it is for, in a few Vietnamese words."""
        return _VIETNAMESE[self]


_VIETNAMESE = {
    ExportFormat.TTL: "RDF Turtle, dễ đọc",
    ExportFormat.NQ: "RDF N-Quads, để nạp vào kho SPARQL",
    ExportFormat.JSONLD: "RDF JSON-LD, cho ứng dụng web",
    ExportFormat.GRAPHML: "GraphML, cho yEd, Cytoscape",
    ExportFormat.GEXF: "GEXF, cho Gephi",
    ExportFormat.CSV: "các bảng CSV trong một thư mục, cho bảng tính",
}


def export(content: GraphContent, file_format: ExportFormat, target: Path, *, plain: bool = False) -> tuple[Path, ...]:
    """Write a graph in one format. Either all is written or what was there stays as it was.

    Args:
        content: The graph; ``graph.stores.sqlite_store.read_content`` gives it.
        file_format: How to write it.
        target: The file; for a format of several files the folder, which is made if it is missing. Files of the same
            names are replaced, other files stay.
        plain: RDF: whether to write the plain triples alone, without statements and sources.

    Returns:
        The files that were written.

    Raises:
        ExportError: If nothing can be written there.
    """
    if file_format.is_folder and target.exists() and not target.is_dir():
        raise ExportError("đây là tệp, cần một thư mục", where=target, todo="Chọn tên khác")
    if not file_format.is_folder and target.is_dir():
        raise ExportError("đây là thư mục, cần một tệp", where=target, todo=f"Thêm tên tệp, ví dụ do-thi.{file_format}")
    folder = target if file_format.is_folder else target.parent
    try:
        if file_format.is_folder:
            folder.mkdir(parents=True, exist_ok=True)
        workshop = Path(mkdtemp(prefix=".cuthehoa-", dir=folder))
        try:
            _writer(file_format, plain=plain)(content, workshop if file_format.is_folder else workshop / target.name)
            written = [folder / made.name for made in sorted(workshop.iterdir())]
            for path in written:
                os.replace(workshop / path.name, path)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    except OSError as error:
        raise ExportError(
            f"không ghi được ({error.strerror or error})",
            where=target,
            todo="Kiểm tra thư mục, quyền ghi và chỗ trống trên ổ đĩa",
        ) from error
    return tuple(written)


def _writer(file_format: ExportFormat, *, plain: bool) -> Callable[[GraphContent, Path], None]:
    # Imported here: one format shall not load the libraries of all others.
    from graph.exports import rdf, tables, xml

    writers: dict[ExportFormat, Callable[[GraphContent, Path], None]] = {
        ExportFormat.TTL: partial(rdf.write_turtle, plain=plain),
        ExportFormat.NQ: partial(rdf.write_nquads, plain=plain),
        ExportFormat.JSONLD: partial(rdf.write_jsonld, plain=plain),
        ExportFormat.GRAPHML: xml.write_graphml,
        ExportFormat.GEXF: xml.write_gexf,
        ExportFormat.CSV: tables.write_csv,
    }
    return writers[file_format]
