"""Which documents the bodies of an administrative unit issued, the units inside it included."""

import json

from graph.database import Database
from graph.places.names import AskedPlace, names_around
from ontology.errors import UnknownEntityError


def documents_issued_in(database: Database, asked: str) -> frozenset[int]:
    """Return the numbers of the documents whose issuing body governs a unit or a unit inside it.

    Args:
        database: The generation's database.
        asked: The unit's name, with or without its unit word, folded: ``huyện Phụng Hiệp``, ``hau giang``. What stands
            behind a comma must stand around it (``xã Tân Bình, huyện Phụng Hiệp``). Of several units of that name all
            are meant.

    Raises:
        UnknownEntityError: If the graph knows no body of such a unit.
    """
    wanted = AskedPlace.read(asked)
    bodies = [
        iri
        for iri, place in database.rows(
            "SELECT iri, place FROM entity WHERE kind = 'Organization' AND place IS NOT NULL"
        )
        if _within(names_around(place), wanted)
    ]
    if not bodies:
        raise UnknownEntityError(
            f"đồ thị không có cơ quan nào của đơn vị “{asked}”",
            todo="Tìm tên đúng bằng “cuthehoa search TÊN --kind place”",
        )
    rows = database.rows(
        "SELECT id FROM entity WHERE kind = 'Document' AND issuer_iri IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(bodies)),),
    )
    return frozenset(row[0] for row in rows)


def check_file(database: Database, file: str) -> None:
    """Make sure that the graph holds a source file.

    Raises:
        UnknownEntityError: If it does not.
    """
    if not database.rows("SELECT 1 FROM source WHERE file = ?", (file,)):
        raise UnknownEntityError("đồ thị không có tệp này", where=file, todo="Ghi đường dẫn như trong kết quả của lệnh")


def _within(units: list[str], asked: AskedPlace) -> bool:
    """Whether a line of units, nearest first, goes through the named one, and outside of it through those around."""
    return any(asked.fits(unit, units[number:]) for number, unit in enumerate(units, 1))
