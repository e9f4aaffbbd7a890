import time

import pytest
from coverage_texts import covered, mentions_of

from extract.components.coverage import BEHIND, FEATURES, JOINED, LABELLED, REACHED, find_coverage
from extract.components.coverage_topics import CARRIED, HEADED, TOPIC
from extract.context import Context
from ontology.participation import participation


def pairs(text):
    return [(programme.norm, place.norm, pair.rule) for programme, place, pair in covered(text)]


def named(text):
    return {(programme.norm, place.norm) for programme, place, _ in covered(text)}


@pytest.mark.parametrize("text", participation().yes)
def test_examples_of_the_table(text):
    assert "xã Tân Bình" in {place for _, place in named(text)}


@pytest.mark.parametrize("text", participation().no)
def test_examples_against(text):
    assert "xã Tân Bình" not in {place for _, place in named(text)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mô hình “A” tại xã Tân Bình", BEHIND),
        ("tiêu chí nông thôn mới xã Tân Bình", JOINED),
        ("xã Tân Bình tham gia OCOP", REACHED),
        ("- Xã Tân Bình: 03 sản phẩm OCOP", LABELLED),
        ("Đối với Dự án cầu Rạch Miễu, chính quyền xã Tân Bình đã bàn giao đất", TOPIC),
        ("I. CHƯƠNG TRÌNH OCOP\nCác đơn vị vào cuộc.\n- Xã Tân Bình có 03 sản phẩm.", HEADED),
        ("Chương trình OCOP được quan tâm. Xã Tân Bình có 03 sản phẩm.", CARRIED),
    ],
)
def test_the_rule_is_named(text, rule):
    ((_, _, pair),) = covered(text)
    assert pair.rule == rule
    assert pair.confidence == FEATURES[rule]


def test_the_evidence_is_the_sentence():
    text = "Câu một. Mô hình “A” tại xã Tân Bình đạt kết quả. Câu ba."
    ((_, _, pair),) = covered(text)
    assert text[pair.start : pair.end] == "Mô hình “A” tại xã Tân Bình đạt kết quả."


def test_the_evidence_of_a_heading_holds_programme_and_place():
    text = "Mở đầu.\n2. Chương trình OCOP:\n- Xã Hòa Mỹ: 03 sản phẩm;\n- Xã Hòa An: 02 sản phẩm.\nHết."
    evidence = [text[pair.start : pair.end] for _, _, pair in covered(text)]
    assert [quote.startswith("2. Chương trình OCOP") for quote in evidence] == [True, True]
    assert [name in quote for name, quote in zip(("Hòa Mỹ", "Hòa An"), evidence, strict=True)] == [True, True]
    assert not any("Hết" in quote for quote in evidence)


def test_a_long_list_lowers_confidence():
    first, second, third = (pair for _, _, pair in covered("Mô hình “A” tại các xã Tân Bình, Hòa Mỹ, Hòa An"))
    assert first.confidence > second.confidence > third.confidence > 0.8


@pytest.mark.parametrize(
    "piece",
    [
        "OCOP ",
        "OCOP\n",
        "xã Tân Bình, ",
        "OCOP tại xã Tân Bình ",
        "1. OCOP: xã Tân Bình có\n",
        "OCOP xã Hòa An; ",
        "(“OCOP",
    ],
)
def test_cost_is_linear(piece):
    def seconds(length):
        text = piece * (length // len(piece))
        mentions = mentions_of(text)
        start = time.process_time()
        find_coverage(text, mentions, Context())
        return time.process_time() - start

    seconds(10_000)
    short = min(seconds(20_000) for _ in range(3))
    assert seconds(160_000) < 8 * 4 * short + 0.2
