"""Findings as they are asked for: of some kinds, in one file, in one unit."""

from collections.abc import Collection, Iterable

from graph.database import Database
from graph.findings import Finding, FindingKind
from graph.places.issued_in import check_file, documents_issued_in


def findings(
    database: Database, kinds: Collection[FindingKind], place: str | None, file: str | None
) -> tuple[Finding, ...]:
    """Return the findings that are asked for, in canonical order.

    Args:
        database: The generation's database.
        kinds: Only these; all if empty.
        place: Only those that a document shows that was issued in this unit
            (:func:`graph.places.issued_in.documents_issued_in`).
        file: Only those that this source file shows.

    Raises:
        UnknownEntityError: If the graph has no such file or no body of such a unit.
    """
    found: Iterable[Finding] = database.findings()
    if kinds:
        found = [finding for finding in found if finding.kind in kinds]
    if file is not None:
        check_file(database, file)
        found = [finding for finding in found if any(shown.file == file for shown in finding.places)]
    if place is not None:
        issued = documents_issued_in(database, place)
        files = {row[0] for row in database.rows("SELECT file, document FROM source") if row[1] in issued}
        found = [finding for finding in found if any(shown.file in files for shown in finding.places)]
    return tuple(found)
