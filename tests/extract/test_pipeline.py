"""The spaCy pipeline by itself: a text goes in, a ``Doc`` with span groups comes out."""

from extract.foreign import MENTIONS
from extract.pipeline import build_pipeline
from extract.reading import Reading, set_reading

TEXT = (
    "Kế hoạch số 109-KH/HU để cụ thể hóa thực hiện Chương trình số 139-CTr/TU của Ban Chấp hành Đảng bộ tỉnh; "
    "xã Tân Bình đạt chuẩn nông thôn mới."
)


def test_span_groups_hold_what_was_found():
    doc = build_pipeline()(TEXT)
    mentions = doc.spans[MENTIONS]
    assert [(span.label_, span._.norm) for span in mentions] == [
        ("DOC", "Kế hoạch 109-KH/HU"),
        ("DOC", "Chương trình 139-CTr/TU"),
        ("ORG", "Ban Chấp hành Đảng bộ tỉnh"),
        ("LOC", "xã Tân Bình"),
        ("PROG", "nông thôn mới"),
    ]
    assert mentions[0]._.detail["code"] == "109-KH/HU"
    assert [span.text for span in doc.spans["places"]] == ["xã Tân Bình"]
    assert {"citations", "organizations", "places", "people", "programmes"} <= set(doc.spans)


def test_no_spans_are_written_for_a_text_that_comes_with_its_reading():
    nlp = build_pipeline()
    doc = nlp.make_doc(TEXT)
    reading = Reading(TEXT)
    set_reading(doc, reading)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert not doc.spans
    assert len(reading.mentions) == 5
