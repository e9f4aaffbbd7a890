"""What is cited but not held, and what is to be decided: the counts behind the ranking, filters and days."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source, letterhead
from identity_cases import KIEN_XUONG

from graph.cascade.links import CascadeLinks
from graph.database import Database
from graph.gaps.missing import MissingFilter, missing
from graph.gaps.open_citations import OpenFilter, open_citations
from graph.identity import build_content
from graph.stores.sqlite_store import write
from ontology.dates import PartialDate
from ontology.errors import UnknownEntityError
from ontology.levels import Level
from ontology.statements import SELF, Modality, Relation

CONCRETIZES, IMPLEMENTS = Relation.CONCRETIZES, Relation.IMPLEMENTS

Open = Callable[..., Database]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    held: list[Database] = []

    def make(*sources: Source) -> Database:
        path = tmp_path / f"{len(held)}.sqlite"
        write(build_content(source.extraction() for source in sources), path)
        held.append(Database(path))
        return held[-1]

    yield make
    for database in held:
        database.close()


def _held_plan(code: str, date: str, commune: str) -> Source:
    head = letterhead(code, f"Đảng ủy xã {commune}", f"xã {commune}", "tỉnh Hậu Giang", date, level=Level.COMMUNE,
                      parent="Đảng bộ huyện Phụng Hiệp")  # fmt: skip
    return Source(f"{commune}.txt", head)


def _two_communes() -> tuple[Source, Source]:
    """Two commune plans carry out the district's 109, one source says that it carries out the province's 139."""
    first, second = _held_plan("27-KH/ĐU", "2023-03-10", "Tân Bình"), _held_plan("31-KH/ĐU", "2023-05-15", "Hòa Mỹ")
    for source in (first, second):
        source.says(SELF, CONCRETIZES, source.doc("109-KH/HU", "2023-02-02"))
    district, province = (
        second.doc("109-KH/HU", "2023-02-02"),
        second.doc("139-CTr/TU", "2022-11-09", kind="Chương trình"),
    )
    second.says(district, IMPLEMENTS, province)
    return first, second


def _rows(database: Database, **wanted: object) -> list[tuple[str | None, int, int, int, int, int]]:
    filter_ = MissingFilter(**wanted)  # type: ignore[arg-type]
    return [
        (row.document.code, row.statements, row.chains, row.ends, row.decides, row.sources)
        for row in missing(database, filter_).rows
    ]


def test_the_score_is_the_sum_of_what_it_would_complete(opened: Open) -> None:
    database = opened(*_two_communes())
    # 139 is named by one source, as what 109 carries out: three documents lie below it, and all their ways end there.
    assert _rows(database) == [("139-CTr/TU", 1, 3, 3, 0, 1), ("109-KH/HU", 3, 2, 0, 0, 2)]
    assert [row.score for row in missing(database, MissingFilter()).rows] == [7, 5]


def test_a_central_document_is_no_end_that_wants_explaining(opened: Open) -> None:
    source = Source("x.txt")
    source.says(
        source.doc("5-KH/HU", "2023-01-05"), IMPLEMENTS, source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    )
    assert _rows(opened(source)) == [("5-KH/HU", 1, 0, 0, 0, 1), ("18-NQ/TW", 1, 1, 0, 0, 1)][::-1]


def test_what_a_person_or_a_source_denies_counts_for_nothing(opened: Open) -> None:
    source = Source("x.txt")
    plan, above = source.doc("5-KH/HU", "2023-01-05"), source.doc("18-NQ/TW", "2022-06-16", kind="Nghị quyết")
    source.says(plan, IMPLEMENTS, above, modality=Modality.NEGATED)
    assert [row[1:5] for row in _rows(opened(source))] == [(0, 0, 0, 0), (0, 0, 0, 0)]


def test_an_undecided_citation_counts_for_its_candidates(opened: Open) -> None:
    dated, undated = Source("a.txt"), Source("b.txt")
    for date in ("2017-10-25", "2022-06-16"):
        dated.doc("18-NQ/TW", date, kind="Nghị quyết")
    undated.says(undated.doc("5-KH/HU", "2023-01-05"), IMPLEMENTS, undated.doc("18-NQ/TW", kind="Nghị quyết"))
    database = opened(dated, undated)
    assert sorted((row[0], row[4]) for row in _rows(database)) == [("18-NQ/TW", 1), ("18-NQ/TW", 1), ("5-KH/HU", 0)]
    found = open_citations(database, OpenFilter())
    (row,) = found.rows
    assert (found.total, row.score, row.statements, row.chains) == (1, 2, 1, 1)
    assert [str(candidate.document.date) for candidate in row.candidates] == ["2017-10-25", "2022-06-16"]
    (naming,) = row.namings
    assert naming.span.of(undated.body) == "Nghị quyết 18-NQ/TW"
    assert naming.sentence.span is not None
    assert naming.sentence.span.of(undated.body) == naming.sentence.quote
    assert open_citations(database, OpenFilter(file="b.txt")).total == 1
    assert open_citations(database, OpenFilter(file="a.txt")).total == 0
    assert open_citations(database, OpenFilter(level=Level.DISTRICT)).total == 0
    assert open_citations(database, OpenFilter(), limit=0).total == 1
    (row,) = open_citations(database, OpenFilter(), as_of=dt.date(2020, 1, 1)).rows or (None,)
    assert row is None, "the source that cites it is of 2024"


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({"level": Level.PROVINCE}, ["139-CTr/TU"]),
        ({"level": Level.CENTRAL}, []),
        ({"type": "KH"}, ["109-KH/HU"]),
        ({"type": "kê hoach"}, ["109-KH/HU"]),
        ({"type": "chương trình"}, ["139-CTr/TU"]),
        ({"since": PartialDate(2023)}, ["109-KH/HU"]),
        ({"since": PartialDate(2022, 11)}, ["139-CTr/TU", "109-KH/HU"]),
        ({"place": "hau giang"}, ["139-CTr/TU", "109-KH/HU"]),
        ({"place": "huyện Phụng Hiệp"}, ["109-KH/HU"]),
        ({"place": "phụng hiệp, hậu giang"}, ["109-KH/HU"]),
    ],
)
def test_filters(opened: Open, wanted: dict[str, object], codes: list[str]) -> None:
    assert [row[0] for row in _rows(opened(*_two_communes()), **wanted)] == codes


@pytest.mark.parametrize("place", ["huyện Kiến Xương", "xyz", "", "Phụng Hiệp, Thái Bình"])
def test_a_unit_without_bodies_is_unknown(opened: Open, place: str) -> None:
    database = opened(*_two_communes())
    for ask in (lambda: missing(database, MissingFilter(place=place)),
                lambda: open_citations(database, OpenFilter(place=place))):  # fmt: skip
        with pytest.raises(UnknownEntityError, match="đơn vị"):
            ask()


def test_a_file_that_is_not_held_is_unknown(opened: Open) -> None:
    with pytest.raises(UnknownEntityError, match=r"không có tệp"):
        open_citations(opened(*_two_communes()), OpenFilter(file="nhầm.txt"))


def test_as_of_a_day_only_what_could_be_known_counts(opened: Open) -> None:
    database = opened(*_two_communes())

    def on(day: dt.date) -> list[tuple[str | None, int, int]]:
        found = missing(database, MissingFilter(), as_of=day).rows
        return [(row.document.code, row.statements, row.sources) for row in found]

    # The second commune's plan is of 15 May: until then nobody told of 139, nor of the second statement.
    assert on(dt.date(2023, 5, 14)) == [("109-KH/HU", 1, 1)]
    assert on(dt.date(2023, 5, 15)) == [("139-CTr/TU", 1, 1), ("109-KH/HU", 3, 2)]
    assert on(dt.date(2023, 3, 9)) == []


def test_undated_documents_are_kept_and_counted(opened: Open) -> None:
    source = Source("x.txt")
    source.doc("5-KH/HU", None)
    source.doc("6-KH/HU", "2023-01-05")
    found = missing(opened(source), MissingFilter(), as_of=dt.date(2024, 12, 31))
    assert (found.total, found.undated) == (2, 1)


def test_copies_of_one_text_cite_once(opened: Open) -> None:
    copies = [Source(f"{number}.txt") for number in range(3)]
    for copy in copies:
        copy.doc("5-KH/HU", "2023-01-05")
    (row,) = missing(opened(*copies), MissingFilter()).rows
    assert (row.sources, len(row.namings)) == (1, 1)


def test_the_limit_cuts_the_rows_and_not_the_total(opened: Open) -> None:
    database = opened(*_two_communes())
    found = missing(database, MissingFilter(), limit=1)
    assert (found.total, [row.document.code for row in found.rows]) == (2, ["139-CTr/TU"])


def test_at_most_three_sources_are_quoted(opened: Open) -> None:
    sources = []
    for number in range(5):
        source = Source(f"{number}.txt", PHUNG_HIEP)
        source.doc(f"{number + 7}-KH/HU", "2023-01-05")
        source.doc("5-KH/HU", "2023-01-05")
        sources.append(source)
    row = missing(opened(*sources), MissingFilter()).rows[0]
    assert (row.document.code, row.sources) == ("5-KH/HU", 5)
    assert [naming.file for naming in row.namings] == ["0.txt", "1.txt", "2.txt"]


def test_a_cycle_ends_and_counts_each_document_once(opened: Open) -> None:
    source = Source("x.txt", KIEN_XUONG)
    plans = [source.doc(f"{number}-KH/HU", "2023-01-05") for number in range(1, 4)]
    for one, other in zip(plans, [*plans[1:], plans[0]], strict=True):
        source.says(one, IMPLEMENTS, other)
    assert [row[1:4] for row in _rows(opened(source))] == [(2, 2, 0)] * 3


def test_counting_below_is_what_a_walk_from_each_gives(opened: Open) -> None:
    database = opened(*_two_communes())
    links = CascadeLinks(database, None)
    numbers = frozenset(row[0] for row in database.rows("SELECT id FROM entity WHERE kind = 'Document'"))
    pairs = database.rows("SELECT source, target FROM edge WHERE modality = 'asserted'")

    def below(number: int) -> set[int]:
        found, frontier = set(), {number}
        while frontier:
            frontier = {source for source, target in pairs if target in frontier} - found
            found |= frontier
        return found - {number}

    assert dict(links.below(numbers)) == {number: len(below(number)) for number in numbers if below(number)}
