"""What is missing, undecided or wrong in a graph, as plain text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.answers import Entity
from graph.findings import Finding, FindingPlace
from graph.gaps.missing import MissingDocument, MissingDocuments
from graph.gaps.open_citations import OpenCandidate, OpenCitation, OpenCitations
from ui.cli.choosing import describe, quoted
from ui.cli.console import plain, wrap
from ui.gap_rendering import resolving_words
from ui.wording import level_name, where_words


def missing_lines(found: MissingDocuments) -> list[str]:
    """The documents that are cited but not held, each with why it stands where it does."""
    if not found.rows:
        return ["Mọi văn bản được dẫn như vậy đều đã có trong đồ thị."]
    lines = _counted(len(found.rows), found.total, "văn bản được dẫn mà chưa có trong đồ thị")
    for number, row in enumerate(found.rows, 1):
        lines += ["", *wrap(_named(row.document), first=f"{number}. ", rest="   ")]
        lines += wrap(_why(row), first="   ", rest="   ")
        for naming in row.namings:
            lines += place_lines(naming.sentence, "   ")
        if row.sources > len(row.namings):
            lines.append(f"   (và {row.sources - len(row.namings)} văn bản khác dẫn)")
    return lines


def open_lines(found: OpenCitations) -> list[str]:
    """The citations to decide, each with its sentence, its candidates and the commands that decide it."""
    if not found.rows:
        return ["Chưa thấy viện dẫn nào như vậy còn để ngỏ."]
    lines = _counted(len(found.rows), found.total, "viện dẫn có thể chỉ nhiều văn bản, cần người quyết định")
    for number, row in enumerate(found.rows, 1):
        lines += ["", *wrap(f"{plain(row.citation.name)} · {_hangs(row)}", first=f"{number}. ", rest="   ")]
        for naming in row.namings:
            lines += place_lines(naming.sentence, "   ")
        lines.append("   Có thể là:")
        for candidate in row.candidates:
            lines += _candidate_lines(row, candidate)
    return lines


def error_lines(findings: Sequence[Finding]) -> list[str]:
    """The findings by kind, each with its sentences; first how many there are."""
    if not findings:
        return ["Chưa thấy sai sót nào như vậy trong các văn bản."]
    counts = Counter(finding.kind for finding in findings)
    lines = [f"Có {len(findings)} điều cần xem lại trong các văn bản; không có gì được tự sửa:"]
    lines += [f"  {count:>4}  {kind.vietnamese} ({kind.value})" for kind, count in counts.items()]
    for kind, group in groupby(findings, key=lambda finding: finding.kind):
        lines += ["", kind.vietnamese]
        for finding in group:
            lines += wrap(plain(finding.message), first="- ", rest="  ")
            for place in finding.places:
                lines += place_lines(place, "    ")
    return lines


def place_lines(place: FindingPlace, indent: str) -> list[str]:
    """One sentence, wrapped, and where it stands."""
    if place.span is None:
        return [f"{indent}({place.file}, phần đầu văn bản)"]
    where = where_words(place.file, place.span, place.page, place.line)
    quote = wrap(f"“{plain(place.quote)}”", first=indent, rest=indent + " ")
    return [*quote, *wrap(f"({where})", first=indent, rest=indent + " ")]


def _counted(shown: int, total: int, what: str) -> list[str]:
    more = f"; dưới đây là {shown} dòng đầu, xem thêm bằng --limit" if shown < total else ""
    return wrap(f"Có {total} {what}{more}.")


def _named(document: Entity) -> str:
    level = level_name(document.level)
    return describe(document) + (f" · {level}" if level else "")


def _why(row: MissingDocument) -> str:
    """Spell out the score: a ranking that people cannot follow is none."""
    parts = [
        (row.statements, "quan hệ triển khai nhắc đến nó"),
        (row.chains, "văn bản triển khai đi lên qua nó"),
        (row.ends, "trong số đó dừng lại ở nó, chưa rõ nó thực hiện văn bản nào"),
        (row.decides, "viện dẫn còn để ngỏ có thể là nó"),
    ]
    said = "; ".join(f"{count} {what}" for count, what in parts if count)
    return f"Điểm {row.score}{f': {said}' if said else ''} · được {row.sources} văn bản dẫn"


def _hangs(row: OpenCitation) -> str:
    parts = [(row.statements, "quan hệ"), (row.chains, "văn bản triển khai")]
    said = " và ".join(f"{count} {what}" for count, what in parts if count)
    return f"điểm {row.score}{f': {said} chờ quyết định' if said else ''}"


def _candidate_lines(row: OpenCitation, candidate: OpenCandidate) -> Iterator[str]:
    yield from wrap(describe(candidate.document), first="   - ", rest="     ")
    for reason in candidate.reasons:
        yield from wrap(plain(reason), first="       · ", rest="         ")
    for naming in row.namings:
        # On one line however long, so that it can be copied.
        yield f"       {quoted(resolving_words(naming, candidate))}"
