"""The spaCy pipeline by itself: a text goes in, a ``Doc`` with span groups comes out."""

from extract.pipeline import COMPONENTS, SPANS, build_pipeline
from extract.spans import MENTIONS
from ontology.mentions import Citation

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
    assert isinstance(mentions[0]._.detail, Citation)
    assert [span.text for span in doc.spans["places"]] == ["xã Tân Bình"]
    assert {"citations", "organizations", "places", "people", "programmes"} <= set(doc.spans)


def test_spans_are_left_out_on_demand():
    nlp = build_pipeline(spans=False)
    assert nlp.pipe_names == [name for name, _ in COMPONENTS]
    assert SPANS not in nlp.pipe_names
    doc = nlp(TEXT)
    assert not doc.spans
    assert len(doc._.reading.mentions) == 5
