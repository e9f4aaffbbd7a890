"""Measures and errors against values computed by hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluation import evaluate, find_errors, measure, read_gold
from extract.evaluation.annotations import Annotated, Entity, annotated
from extract.evaluation.errors import ErrorKind
from extract.evaluation.gold import locate_source
from extract.evaluation.matching import Spans, fold, pair_up
from extract.evaluation.metrics import Score
from ontology.errors import GoldError
from ontology.mentions import EntityLabel

TEXT = (
    "Kế hoạch số 12-KH/HU ngày 03/4/2023 về thực hiện Chương trình số 30-CTr/TU của Tỉnh ủy.\n"
    "Xã Hoà Mỹ đạt chuẩn nông thôn mới. Đồng chí Lê Văn Tám, Bí thư Đảng ủy."
)


def at(surface: str, label: str, **more: object) -> dict[str, object]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "label": label, "text": surface, **more}


GOLD = {
    "file": "a.txt",
    "entities": [
        at("Kế hoạch số 12-KH/HU", "DOC", norm="Kế hoạch 12-KH/HU", code="12-KH/HU", date="2023-04-03"),
        at("Chương trình số 30-CTr/TU", "DOC", norm="Chương trình 30-CTr/TU", code="30-CTr/TU", date=None),
        at("Tỉnh ủy", "ORG"),
        at("Xã Hoà Mỹ", "LOC", norm="xã Hòa Mỹ"),
        at("nông thôn mới", "PROG"),
        at("Lê Văn Tám", "PER"),
        at("Đảng ủy", "ORG", optional=True),
    ],
    "relations": [
        {"head": "12-KH/HU", "type": "implements", "tail": "30-CTr/TU", "line": 1},
        {"head": "SELF", "type": "reviews", "tail": "12-KH/HU", "line": 1},
    ],
    "programme_places": [{"programme": "nông thôn mới", "place": "xã Hòa Mỹ", "line": 2}],
    "roles": [{"person": "Lê Văn Tám", "role": "Bí thư", "org": "Đảng ủy", "line": 2}],
}
FOUND = {
    "file": "a.txt",
    "entities": [
        at("Kế hoạch số 12-KH/HU", "DOC", norm="Kế hoạch 12-KH/HU", code="12-kh/hu", date="2023-03-04"),  # wrong date
        at("Chương trình số 30-CTr/TU", "DOC", norm="Chương trình 30-CTr/TU", code="30-CTr/TU", date=None),
        at("Tỉnh ủy.", "ORG"),  # a boundary
        at("Hoà Mỹ", "LOC", norm="Hòa Mỹ"),  # a boundary
        at("chuẩn", "ORG"),  # made up
        at("nông thôn mới", "ORG"),  # another label
        at("Đảng ủy", "ORG"),  # optional
    ],
    "relations": [
        {"head": "12-KH / HU", "type": "concretizes", "tail": "30-ctr/tu", "start": 0},  # another type
        {"head": "SELF", "type": "reviews", "tail": "12-KH/HU", "start": 0},
        {"head": "SELF", "type": "reviews", "tail": "12-KH/HU", "start": 0},  # once too often
    ],
    "programme_places": [{"programme": "Nông thôn mới", "place": "xã Hoà Mỹ"}],
    "roles": [],
}
EXPECTED = {
    "DOC.exact": Score(2, 2, 2),
    "ORG.exact": Score(0, 3, 1),
    "LOC.exact": Score(0, 1, 1),
    "PER.exact": Score(0, 0, 1),
    "PROG.exact": Score(0, 0, 1),
    "DOC.overlap": Score(2, 2, 2),
    "ORG.overlap": Score(1, 3, 1),
    "LOC.overlap": Score(1, 1, 1),
    "PER.overlap": Score(0, 0, 1),
    "PROG.overlap": Score(0, 0, 1),
    "DOC.code": Score(2, 2, 2),
    "DOC.code+date": Score(1, 2, 2),
    "REL.named": Score(0, 1, 1),
    "REL.named.cascade": Score(0, 1, 1),
    "REL.named.untyped": Score(1, 1, 1),
    "REL.self": Score(1, 2, 1),
    "REL.self.untyped": Score(1, 2, 1),
    "REL.all": Score(1, 3, 2),
    "REL.concretizes": Score(0, 1, 0),
    "REL.implements": Score(0, 0, 1),
    "REL.continues": Score(0, 0, 0),
    "REL.reviews": Score(1, 2, 1),
    "PROGRAMME_PLACE": Score(1, 1, 1),
    "ROLE": Score(0, 0, 1),
}


def test_every_measure_is_what_a_hand_computes() -> None:
    scores = measure([(annotated(GOLD), annotated(FOUND))])
    assert {name: scores[name] for name in EXPECTED} == EXPECTED
    assert all(score == Score(0, 0, 0) for name, score in scores.items() if name not in EXPECTED)


def test_measures_add_up_over_texts() -> None:
    one = (annotated(GOLD), annotated(FOUND))
    once, twice = measure([one]), measure([one, one])
    assert twice == {name: score + score for name, score in once.items()}
    assert list(twice) == list(measure([]))


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(2, 4, 8), 0.5, 0.25, 1 / 3),
        (Score(0, 0, 0), 1.0, 1.0, 1.0),
        (Score(0, 0, 3), 0.0, 0.0, 0.0),
        (Score(0, 3, 0), 0.0, 1.0, 0.0),
    ],
)
def test_the_three_shares(score: Score, precision: float, recall: float, f1: float) -> None:
    assert (score.precision, score.recall) == (precision, recall)
    assert score.f1 == pytest.approx(f1)


def test_every_error_is_named_once_with_its_sentence() -> None:
    errors = find_errors(annotated(GOLD), annotated(FOUND), TEXT)
    told = [(e.subject, e.kind, e.span.of(TEXT) if e.span else None) for e in errors]
    assert told == [
        ("DOC", ErrorKind.WRONG_ATTRIBUTE, "Kế hoạch số 12-KH/HU"),
        ("ORG", ErrorKind.FALSE, "chuẩn"),
        ("ORG", ErrorKind.WRONG_BOUNDARY, "Tỉnh ủy."),
        ("LOC", ErrorKind.WRONG_BOUNDARY, "Xã Hoà Mỹ"),
        ("PER", ErrorKind.MISSED, "Lê Văn Tám"),
        ("PROG", ErrorKind.WRONG_ATTRIBUTE, "nông thôn mới"),
        ("implements", ErrorKind.WRONG_ATTRIBUTE, "Chương trình số 30-CTr/TU"),
        ("reviews", ErrorKind.FALSE, "Kế hoạch số 12-KH/HU"),
        ("ROLE", ErrorKind.MISSED, "Lê Văn Tám"),
    ]
    by_subject = {error.subject: error for error in errors}
    assert by_subject["DOC"].gold == "Kế hoạch số 12-KH/HU (12-KH/HU, 2023-04-03)"
    assert by_subject["DOC"].found == "Kế hoạch số 12-KH/HU (12-kh/hu, 2023-03-04)"
    assert by_subject["PROG"].gold == "nông thôn mới (PROG)"
    assert by_subject["PROG"].found == "nông thôn mới (ORG)"
    assert by_subject["PER"].sentence is not None
    assert by_subject["PER"].sentence.of(TEXT) == "Đồng chí Lê Văn Tám, Bí thư Đảng ủy."
    assert by_subject["implements"].found == "12-KH / HU concretizes 30-ctr/tu"


def test_what_is_equal_has_no_errors() -> None:
    assert find_errors(annotated(GOLD), annotated(GOLD | {"entities": GOLD["entities"]}), TEXT) == []


def test_what_is_optional_is_neither_missed_nor_false() -> None:
    without = GOLD | {"entities": GOLD["entities"][:-1]}
    assert find_errors(annotated(GOLD), annotated(without), TEXT) == []


def test_a_false_pair_is_shown_where_both_names_meet() -> None:
    text = "Xã An Bình họp. Năm qua OCOP đến xã An Bình."
    places = [{"start": s, "end": s + 10, "label": "LOC", "norm": "xã An Bình"} for s in (0, text.rindex("xã"))]
    programme = {"start": text.index("OCOP"), "end": text.index("OCOP") + 4, "label": "PROG", "norm": "OCOP"}
    row = {"id": "p", "text": text, "entities": [places[0], programme, places[1]]}
    found = row | {"programme_places": [{"programme": "OCOP", "place": "xã An Bình"}]}
    (error,) = find_errors(annotated(row), annotated(found), text)
    assert error.span is not None
    assert error.span.start == text.rindex("xã")


entities = st.lists(
    st.builds(
        lambda start, length, label, optional: Entity(start, start + length, label, "x", optional=optional),
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from(list(EntityLabel)),
        st.booleans(),
    ),
    max_size=12,
)


@given(entities, entities)
def test_errors_and_measures_tell_the_same(gold: list[Entity], found: list[Entity]) -> None:
    """What is annotated and not exactly found is in just one error of its label, and the other way round."""
    text = "chữ " * 30
    wanted = Annotated("t", text, tuple(gold))
    got = Annotated("t", text, tuple(Entity(e.start, e.end, e.label, "x") for e in found))
    scores = measure([(wanted, got)])
    errors = find_errors(wanted, got, text)
    for label in EntityLabel:
        mine = [error for error in errors if error.subject == label]
        score = scores[f"{label}.exact"]
        assert sum(bool(error.gold) for error in mine) == score.gold - score.right
    false = sum(bool(error.found) for error in errors)
    assert false == sum(scores[f"{label}.exact"].found - scores[f"{label}.exact"].right for label in EntityLabel)


@given(entities, entities)
def test_entities_that_meet_are_found_as_by_looking_at_all(some: list[Entity], others: list[Entity]) -> None:
    spans = Spans(others)
    for entity in some:
        slowly = [i for i, o in enumerate(others) if entity.start < o.end and o.start < entity.end]
        assert spans.meeting(entity) == slowly
    pairs = pair_up(some, others)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


def test_names_are_compared_without_their_spelling() -> None:
    assert fold("Mô hình  “Nhà sạch”, xã Hoà\u0300 Mỹ") == fold("mô hình Nhà sạch, xã Hoà\u0300 mỹ")
    assert fold("xã Hoà Mỹ") == fold("Xã Hòa\nMỹ")
    assert fold(None) == ""


# --- annotations as files ---------------------------------------------------------------------------------------------


def write(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_gold_is_an_object_a_list_lines_or_a_folder(tmp_path: Path) -> None:
    rows = [{"id": name, "text": "x", "entities": []} for name in ("a", "b", "c", "d")]
    write(tmp_path / "1.json", rows[0])
    write(tmp_path / "2.json", rows[1:3])
    write(tmp_path / "3.jsonl", json.dumps(rows[3]) + "\n\n")
    write(tmp_path / "notes.md", "not one of them")
    assert [text.name for text in read_gold([tmp_path])] == ["a", "b", "c", "d"]
    assert [text.name for text in read_gold([tmp_path / "3.jsonl", tmp_path / "1.json"])] == ["d", "a"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "không phải JSON"),
        ("[1]", "không phải là đối tượng"),
        ({"entities": []}, "thiếu “file”"),
        ({"file": "a"}, "“entities” không phải là danh sách"),
        ({"file": "a", "entities": [1]}, "phần tử không phải là đối tượng"),
        ({"file": "a", "entities": [{"start": 3, "end": 3, "label": "DOC"}]}, "không phải là một đoạn"),
        ({"file": "a", "entities": [{"start": 0, "end": 3, "label": "ANIMAL"}]}, "không có nhãn “ANIMAL”"),
        ({"file": "a", "entities": [{"start": 0, "end": True, "label": "DOC"}]}, "không phải là số nguyên"),
        ({"id": "a", "text": "abc", "entities": [{"start": 1, "end": 9, "label": "DOC"}]}, "nằm ngoài văn bản"),
        ({"file": "a", "entities": [], "relations": [{"head": "A", "type": "likes", "tail": "B"}]}, "“likes”"),
        ({"file": "a", "entities": [], "relations": [{"head": "A", "type": "amends"}]}, "“tail”"),
        ({"file": "a", "entities": [], "roles": [{"person": "A"}]}, "“role”"),
        ([{"file": "a", "entities": []}] * 2, "hai lần"),
    ],
)
def test_malformed_gold_is_refused_with_its_reason(tmp_path: Path, content: object, words: str) -> None:
    with pytest.raises(GoldError, match=words):
        read_gold([write(tmp_path / "g.json", content)])


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="không có tệp chú giải này"):
        read_gold([tmp_path / "g.json"])
    with pytest.raises(GoldError, match="không có chú giải nào"):
        read_gold([tmp_path])


def test_a_source_is_found_by_its_path_or_by_its_name_alone(tmp_path: Path) -> None:
    write(tmp_path / "s" / "huyen" / "a.txt", "x")
    write(tmp_path / "s" / "tinh" / "b.txt", "x")
    write(tmp_path / "outside.txt", "x")

    def found(name: str) -> Path:
        return locate_source(Annotated(name, None), tmp_path / "s").path

    assert found("huyen/a.txt") == tmp_path / "s" / "huyen" / "a.txt"
    assert found("b.txt") == found("elsewhere/b.txt") == tmp_path / "s" / "tinh" / "b.txt"
    for name in ("c.txt", "../outside.txt", "*.txt", "huyen"):
        with pytest.raises(GoldError, match="không có tệp"):
            found(name)
    write(tmp_path / "s" / "xa" / "a.txt", "x")
    with pytest.raises(GoldError, match="có 2 tệp tên"):
        found("a.txt")
    with pytest.raises(GoldError, match="--sources"):
        locate_source(Annotated("a.txt", None), None)


def test_what_cannot_be_measured_is_named_and_left_out(tmp_path: Path) -> None:
    write(tmp_path / "s" / "good.txt", "Chính phủ họp.")
    write(tmp_path / "s" / "other.txt", "Một văn bản khác.")
    (tmp_path / "s" / "bad.txt").write_bytes(b"\xff\xfe\xff")
    entity = {"start": 0, "end": 9, "label": "ORG", "text": "Chính phủ"}
    rows = [{"file": f"{name}.txt", "entities": [entity]} for name in ("good", "other", "bad")]
    result = evaluate([write(tmp_path / "g.json", rows)], tmp_path / "s")
    assert result.names == ("good.txt",)
    assert result.metrics["ORG.exact"] == Score(1, 1, 1)
    assert ["không phải của văn bản này" in str(f) for f in result.failed] == [True, False]
    with pytest.raises(GoldError, match="không có văn bản nào đánh giá được"):
        evaluate([write(tmp_path / "g2.json", rows[1:])], tmp_path / "s")
