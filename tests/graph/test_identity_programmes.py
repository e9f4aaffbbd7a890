"""Programmes with their short names, stages and levels, and what is asked of them."""

from collections.abc import Iterator

import pytest
from hand_made import PHUNG_HIEP, Source
from identity_cases import BASE, LONG_MY

from graph.content import GraphContent
from graph.database import Database
from graph.floors import floor_of
from graph.identity import build_content
from graph.identity.programmes import canonical_programme, programme_of, shown_name
from graph.places.programmes import programmes
from graph.stores import sqlite_store
from ontology.dates import PartialDate
from ontology.extraction import Extraction
from ontology.mentions import EntityLabel, Mention, ProgrammeName
from ontology.periods import Period
from ontology.spans import Span
from ontology.statements import Relation

PROGRAMME = BASE.replace("/document/", "/programme/")
NTM = "chuong-trinh-muc-tieu-quoc-gia-xay-dung-nong-thon-moi"
FULL = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"


def _stage(text: str, first: str | None, last: str | None) -> Period:
    return Period(text, first and PartialDate.parse(first), last and PartialDate.parse(last))


def _mention(source: Source, name: str, stage: Period | None) -> int:
    start = len(source.body)
    source.body += name + "\n"
    source.mentions.append(
        Mention(EntityLabel.PROG, Span(start, start + len(name)), name, name, ProgrammeName(name, stage))
    )
    return len(source.mentions) - 1


CASES = [
    ("NTM", None, NTM),
    (FULL, None, NTM),
    ("nông thôn mới", _stage("giai đoạn 2021 - 2025", "2021", "2025"), f"{NTM}/2021-2025"),
    (f"{FULL} giai đoạn 2016-2020", None, f"{NTM}/2016-2020"),
    (f"{FULL} (2010 - 2020)", None, f"{NTM}/2010-2020"),
    ("nông thôn mới", _stage("năm 2024", "2024", "2024"), NTM),
    ("nông thôn mới", _stage("đến năm 2030", None, "2030"), NTM),
    ("nông thôn mới", _stage("từ năm 2020 đến nay", "2020", None), NTM),
    ("nông thôn mới", _stage("từ tháng 5/2021 đến tháng 6/2022", "2021-05", "2022-06"), NTM),
    ("NTM nâng cao", None, "nong-thon-moi-nang-cao"),
    ("NTM nâng cao", _stage("giai đoạn 2021-2025", "2021", "2025"), "nong-thon-moi-nang-cao/2021-2025"),
    ("NTM kiểu mẫu", None, "nong-thon-moi-kieu-mau"),
    ("Chương trình mục tiêu quốc gia 1719", None,
     "chuong-trinh-muc-tieu-quoc-gia-phat-trien-kinh-te-xa-hoi-vung-dong-bao-dan-toc-713d1a14"),
    ("Chương trình mục tiêu quốc gia", None, "chuong-trinh-muc-tieu-quoc-gia"),
    ("Đề án chuyển đổi số", _stage("giai đoạn 2022 - 2025", "2022", "2025"), "de-an-chuyen-doi-so/2022-2025"),
    ("Dự án A-2021", None, "du-an-a-2021"),
    ("Đề án A, định hướng đến năm 2030", None, "de-an-a-dinh-huong-den-nam-2030"),
    ("Đề án A đến năm 2025", None, "de-an-a-den-nam-2025"),
    ("phong trào “Dân vận khéo giai đoạn 2021-2025”", None, "phong-trao-thi-dua-dan-van-kheo/2021-2025"),
    ("Chương trình công tác", _stage("năm 2024", "2024", "2024"),
     "tinh-hau-giang/huyen-phung-hiep/chuong-trinh-cong-tac/2024"),
    ("Chương trình công tác năm 2024", None, "tinh-hau-giang/huyen-phung-hiep/chuong-trinh-cong-tac/2024"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "stage", "path"), CASES)
def test_which_programme_or_stage_a_mention_means(name: str, stage: Period | None, path: str) -> None:
    source = Source("x.txt", PHUNG_HIEP)
    _mention(source, name, stage)
    content = build_content([source.extraction()])
    assert content.sources[0].mentions[0].iri == PROGRAMME + path


def test_stages_and_levels_are_parts_of_the_programme() -> None:
    source = Source("x.txt")
    _mention(source, "NTM nâng cao", _stage("giai đoạn 2021-2025", "2021", "2025"))
    content = build_content([source.extraction()])
    assert set(content.part_of) >= {
        (f"{PROGRAMME}nong-thon-moi-nang-cao/2021-2025", f"{PROGRAMME}nong-thon-moi-nang-cao"),
        (f"{PROGRAMME}nong-thon-moi-nang-cao", PROGRAMME + NTM),
    }
    found = {entity.iri.removeprefix(PROGRAMME): entity for entity in content.entities}
    assert found["nong-thon-moi-nang-cao/2021-2025"].stage == "2021-2025"
    assert found["nong-thon-moi-nang-cao/2021-2025"].name == "Nông thôn mới nâng cao giai đoạn 2021-2025"
    assert (found[NTM].stage, found[NTM].name) == (None, FULL)


def test_work_programmes_of_two_years_and_of_two_bodies_are_their_own() -> None:
    sources = [Source("a.txt", PHUNG_HIEP), Source("b.txt", LONG_MY)]
    for source in sources:
        for year in ("2023", "2024"):
            _mention(source, "Chương trình công tác", _stage(f"năm {year}", year, year))
    content = build_content(source.extraction() for source in sources)
    assert len({mention.iri for source in content.sources for mention in source.mentions}) == 4


def _covering() -> Extraction:
    source = Source("x.txt")
    for name, stage, commune in (
        ("nông thôn mới", None, "Tân Bình"),
        ("NTM", _stage("giai đoạn 2016-2020", "2016", "2020"), "Hòa An"),
        ("nông thôn mới", _stage("giai đoạn 2021-2025", "2021", "2025"), "Hòa Mỹ"),
        ("NTM kiểu mẫu", None, "Long Thạnh"),
        ("OCOP", None, "Tân Long"),
    ):
        source.says(_mention(source, name, stage), Relation.COVERS, source.loc(commune, "xã"))
    return source.extraction()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    content: GraphContent = build_content([_covering()])
    path = tmp_path_factory.mktemp("programmes") / "g.sqlite"
    sqlite_store.write(content, path)
    assert sqlite_store.read_content(path) == content
    with Database(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("NTM", {"xã Tân Bình", "xã Hòa An", "xã Hòa Mỹ", "xã Long Thạnh"}),
        ("nong thon moi", {"xã Tân Bình", "xã Hòa An", "xã Hòa Mỹ", "xã Long Thạnh"}),
        ("NTM giai đoạn 2021-2025", {"xã Hòa Mỹ"}),
        ("nông thôn mới giai đoạn 2016 - 2020", {"xã Hòa An"}),
        ("nông thôn mới kiểu mẫu", {"xã Long Thạnh"}),
        ("OCOP", {"xã Tân Long"}),
    ],
)
def test_who_asks_for_a_programme_gets_its_stages_and_levels(database: Database, asked: str, places: set[str]) -> None:
    found = programmes(database, None, asked, floor_of(0))
    assert {pair.place.name for pair in found} == places


@pytest.mark.parametrize(
    "name", ["NTM", "nông thôn mới giai đoạn 2021 - 2025", "Dự án A-2021", "(2021)", "2021-2025", ""]
)
def test_names_stay_what_they_are_once_they_are_canonical(name: str) -> None:
    assert canonical_programme(canonical_programme(name)) == canonical_programme(name)
    assert shown_name(shown_name(name)) == shown_name(name)


def test_a_long_name_is_read_in_time_that_grows_with_it() -> None:
    from graph.identity.context import read_context

    context = read_context(_covering())
    name = "Chương trình " + "giai đoạn 2021 - " * 20_000
    assert programme_of(name, None, context).stage is None
