"""What the pages are put together from: passages, text segments, the tree's order, labels, CSV."""

import csv
import io

import pytest
from cascade_values import Cascade, document, edge

from graph.answers import Direction, Entity, EntityKind, MarkedMention, ProgrammePlace, Trace
from ontology.levels import Level
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import Evidence, Modality, Relation
from ui.navigation import Link, Page
from ui.parts.cascade import picture, tree_rows
from ui.parts.downloads import csv_bytes
from ui.parts.heatmap import cells, heatmap
from ui.parts.passages import REACH, passage, reader_link
from ui.parts.reader_text import segments
from ui.wording import KIND_NAMES, LABEL_KINDS, MODALITY_NOTES, RELATION_PASSIVES, RELATION_VERBS

LONG = "câu dài " * 30


def evidence_at(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence("a.txt", "0" * 64, Span(start, start + len(quote)), quote, "luật", 0.9)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("TRÍCH.", "", ""),
        (f"{LONG}. TRÍCH. {LONG}", f"{LONG}. ", f" {LONG.rstrip()}"),
        (f"{LONG}\nĐoạn có TRÍCH. {LONG}\n{LONG}", "Đoạn có ", f" {LONG.rstrip()}"),
        ("đầu trang\n\nMột dòng\nTRÍCH.\nhết dòng\n\ncuối trang", "Một dòng\n", "\nhết dòng"),
        ("tên\r\n-----\r\nTRÍCH.\r\n", "", ""),
    ],
)
def test_a_passage_is_the_paragraph_around_the_quote(text: str, before: str, after: str) -> None:
    shown = passage(text, evidence_at(text, "TRÍCH."))
    assert (shown.before, shown.quote, shown.after) == (before, "TRÍCH.", after)


def test_a_passage_is_cut_at_words_and_bounded() -> None:
    text = f"{LONG * 20}TRÍCH.{LONG * 20}"
    shown = passage(text, evidence_at(text, "TRÍCH."))
    assert shown.before.startswith("… ")
    assert shown.after.endswith(" …")
    assert len(shown.before) + len(shown.after) <= 2 * REACH + 4
    assert set(shown.before[2:].split()) == {"câu", "dài"}


def test_lines_of_a_broken_paragraph_are_joined_and_headings_are_not() -> None:
    text = "KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành\nTrung ương.\nĐiều khác"
    parts = passage(text, evidence_at(text, "của Ban Chấp hành"))
    assert parts.after == " Trung ương.\nĐiều khác"
    shown = passage(text, evidence_at(text, text))
    assert shown.quote == ("KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương.\nĐiều khác")


MENTIONS = (
    MarkedMention(Span(0, 3), EntityLabel.DOC, "A", "a", False),
    MarkedMention(Span(5, 8), EntityLabel.LOC, "B", "b", False),
)


@pytest.mark.parametrize("aim", [None, Span(0, 10), Span(1, 6), Span(4, 5), Span(7, 50), Span(90, 91)])
def test_segments_give_the_text_again_and_mark_the_place(aim: Span | None) -> None:
    text = "0123456789 <b>"
    found = list(segments(text, MENTIONS, aim))
    assert "".join(piece for piece, _, _ in found) == text
    assert "".join(piece for piece, index, _ in found if index == 1) == "567"
    assert "".join(piece for piece, _, aimed in found if aimed) == (aim.of(text) if aim else "")
    assert all(piece for piece, _, _ in found)


def test_segments_of_a_text_without_mentions() -> None:
    assert list(segments("văn bản", ())) == [("văn bản", -1, False)]
    assert list(segments("", ())) == []


def test_the_tree_unfolds_a_document_once_below_the_nearest_level() -> None:
    central = document("a", "Nghị quyết 1-NQ/TW", "2022", level=Level.CENTRAL)
    province = document("b", "Kế hoạch 2-KH/TU", "2023", level=Level.PROVINCE)
    commune = document("c", "Kế hoạch 3-KH/ĐU", "2021", level=Level.COMMUNE)
    hamlet = document("d", "Kế hoạch 4-KH/CB", "2024", level=Level.COMMUNE)
    edges = (
        edge(province, Relation.IMPLEMENTS, central, "x"),
        edge(commune, Relation.IMPLEMENTS, central, "y"),
        edge(commune, Relation.CONCRETIZES, province, "z"),
        edge(hamlet, Relation.CONCRETIZES, commune, "w"),
        edge(central, Relation.CONTINUES, commune, "vòng"),
    )
    trace = Trace(central.iri, (central, province, commune, hamlet), edges)
    rows = [(row.depth, row.name[-7:], row.note) for row in tree_rows(trace, Direction.DOWN, lambda iri: central)]
    assert rows == [
        (0, "1-NQ/TW", ""),
        (1, "2-KH/TU", ""),
        (2, "3-KH/ĐU", ""),
        (3, "1-NQ/TW", "đã nêu ở dòng khác"),
        (3, "4-KH/CB", ""),
        (1, "3-KH/ĐU", "đã nêu ở dòng khác"),
    ]


def test_the_picture_escapes_what_documents_hold(cascade: Cascade) -> None:
    evil = Entity("https://example.org/x", EntityKind.DOCUMENT, 'Tên "x"]; }\nnode [URL="javascript:alert(1)"] \\')
    trace = Trace(evil.iri, (evil, *cascade.down.nodes), (edge(cascade.plan, Relation.IMPLEMENTS, evil, "x"),))
    drawn = picture(trace)
    assert '[label="Tên \\"x\\"]; } node [URL=\\"javascript:alert(1)\\"] \\\\"' in drawn
    assert drawn.count("{") == 1


def test_the_picture_leaves_the_column_of_a_skipped_level_empty(cascade: Cascade) -> None:
    skipping = edge(cascade.plan, Relation.IMPLEMENTS, cascade.resolution, "x")
    drawn = picture(Trace(cascade.resolution.iri, (cascade.resolution, cascade.plan), (skipping,)))
    assert "minlen=2" in drawn


def test_csv_opens_in_spreadsheets_with_accents_and_runs_no_formula() -> None:
    made = csv_bytes(["tên", "số"], [["=cmd()", -1], ["- gạch đầu dòng\nhai", None], ["Phụng Hiệp", 0.5]])
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert rows == [["tên", "số"], ["'=cmd()", "-1"], ["'- gạch đầu dòng\nhai", ""], ["Phụng Hiệp", "0.5"]]


def test_the_map_gives_each_place_and_programme_a_row_and_column_of_its_own() -> None:
    name = "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025"
    programmes = [Entity(f"p{number}", EntityKind.PROGRAMME, name) for number in range(2)]
    places = [Entity(f"q{number}", EntityKind.PLACE, "xã Tân Bình", place="huyện X") for number in range(2)]
    text = "x" * 9
    pairs = [ProgrammePlace(p, q, (evidence_at(text, text),)) for p in programmes for q in places]
    shown = cells(pairs)
    assert len({row["label"] for row in shown.rows}) == 2
    assert len({row["place"] for row in shown.rows}) == 2
    assert (shown.places, shown.programmes) == ((2, 2), (2, 2))
    assert heatmap(shown, selection="cell").to_dict()


def test_links_hold_any_text() -> None:
    assert Link(Page.HOME).href == "./"
    assert reader_link("a b/100% #1?.txt", Span(3, 9)).href == "./reader?file=a+b%2F100%25+%231%3F.txt&start=3&end=9"


def test_every_member_of_the_closed_sets_has_words() -> None:
    assert set(RELATION_VERBS) == set(RELATION_PASSIVES) == set(Relation)
    assert set(KIND_NAMES) == set(EntityKind) == set(LABEL_KINDS.values())
    assert set(LABEL_KINDS) == set(EntityLabel)
    assert set(MODALITY_NOTES) == set(Modality)
