"""The header `Accept`, and the escapes of an address: read right, in linear time, whatever is sent."""

import time
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from ui.server.hosts import host_name
from ui.server.negotiation import choose, media_ranges
from ui.server.problems import HttpProblem
from ui.server.protocol import Operation, read_operation

OFFERED = ("application/json", "application/xml", "text/csv")

CASES = [
    ("", "application/json"),
    (" , ,", "application/json"),
    ("*/*", "application/json"),
    ("text/csv", "text/csv"),
    ("TEXT/CSV", "text/csv"),
    ("text/*", "text/csv"),
    ("application/*", "application/json"),
    ("application/xml, application/json", "application/json"),
    ("application/xml;q=0.9, application/json;q=0.8", "application/xml"),
    ("application/xml;q=0.900, application/json;q=0.899", "application/xml"),
    ("application/json;q=0, */*", "application/xml"),
    ("application/*;q=0.2, */*;q=0.1, text/csv;q=0.15", "application/json"),
    ("*/*;q=0.5, application/json;q=0.1", "application/xml"),
    ("text/csv;header=present;q=0.9, application/xml;q=0.8", "text/csv"),
    ('text/csv;x="a,b;q=0";q=0.9, application/xml;q=0.8', "text/csv"),
    ('text/csv;x="\\"";q=0.9', "text/csv"),
    ("text/csv ; q=0.5 , application/xml ; q=0.6", "application/xml"),
    ("text/csv;Q=0.1, application/xml;q=0.2", "application/xml"),
    ("text/csv;;q=0.1, application/xml;q=0.2", "application/xml"),
    ("image/png", None),
    ("*/*;q=0", None),
    ("text/csv;q=0", None),
    ("text/html, image/gif, *; q=.2, */*; q=.2", "application/json"),
    ("json", "application/json"),
    ("*/json", None),
    ("text/csv;q=nan, application/xml;q=0.9", "text/csv"),
    ("text/csv;q=2, application/xml;q=0.9", "text/csv"),
    ("text/csv;q=-1", "text/csv"),
    ("text/csv;q=1.0;level=1", "text/csv"),
    ("text/csv garbage, application/xml", "application/xml"),
]


@pytest.mark.parametrize(("accept", "expected"), CASES)
def test_what_is_chosen(accept: str, expected: str | None) -> None:
    assert choose(accept, OFFERED) == expected


@pytest.mark.parametrize(
    "accept",
    [
        "a/b;" * 50_000,
        "a/b," * 50_000,
        '"' * 200_000,
        'a/b;x="' + "\\" * 200_000,
        "a/b;x=" + "y" * 200_000,
        " " * 200_000,
        ";q=" * 100_000,
        "a/b" + " ;" * 100_000,
        "*/*;q=0." + "0" * 200_000,
    ],
)
def test_a_hostile_header_takes_no_time(accept: str) -> None:
    begun = time.perf_counter()
    choose(accept, OFFERED)
    assert time.perf_counter() - begun < 1


header = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=80)
weights = st.sampled_from(["", ";q=0", ";q=0.1", ";q=0.5", ";q=1", ";x=1;q=0.3"])
ranges = st.sampled_from([*OFFERED, "*/*", "text/*", "application/*", "image/png"])
accepts = st.lists(st.builds("".join, st.tuples(ranges, weights)), max_size=6).map(", ".join)


@given(header)
def test_any_header_leads_to_an_offer_or_none(accept: str) -> None:
    assert choose(accept, OFFERED) in (*OFFERED, None)
    assert all(0 <= media_range.weight <= 1 for media_range in media_ranges(accept))


@given(accepts, st.permutations(OFFERED))
def test_the_order_of_offers_decides_only_between_equals(accept: str, offered: list[str]) -> None:
    def weight(media_type: str) -> float:
        found = [(each.specificity(media_type), each.weight) for each in media_ranges(accept)]
        return max((pair for pair in found if pair[0]), default=(0, 0.0))[1]

    chosen = choose(accept, offered)
    if not accept:
        assert chosen == offered[0]
    elif chosen is None:
        assert all(weight(media_type) == 0 for media_type in OFFERED)
    else:
        assert weight(chosen) == max(map(weight, OFFERED)) > 0
        assert all(weight(earlier) < weight(chosen) for earlier in offered[: offered.index(chosen)])


def test_names_of_hosts() -> None:
    assert [host_name(host) for host in ("A.b:80", "[::1]:8", "[::1", "", ":80", "::1")] == [
        "a.b",
        "::1",
        "::1",
        "",
        "",
        "",
    ]


# -- what is in an address ------------------------------------------------------------------------------------------


def operation_of(query_string: bytes) -> Operation:
    """Read a GET request, which needs no event loop: it has no body to wait for."""
    scope = {"type": "http", "method": "GET", "query_string": query_string, "headers": []}
    reading = read_operation(Request(scope))
    try:
        reading.send(None)
    except StopIteration as done:
        operation: Operation = done.value
        return operation
    raise AssertionError("it waited")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_is_escaped_comes_back(query: str) -> None:
    assert operation_of(f"query={quote(query, safe='')}".encode()) == Operation(query, None)


@given(st.binary(max_size=60))
def test_escaped_bytes_are_utf_8_or_refused(raw: bytes) -> None:
    sent = f"query={quote_from_bytes(raw, safe='')}".encode()
    try:
        query = raw.decode()
    except UnicodeDecodeError:
        with pytest.raises(HttpProblem, match="UTF-8") as caught:
            operation_of(sent)
        assert caught.value.status == 400
    else:
        assert operation_of(sent).query == query


@given(st.binary(max_size=80))
def test_any_query_string_is_read_or_refused(raw: bytes) -> None:
    try:
        operation_of(raw)
        status = 200
    except HttpProblem as problem:
        status = problem.status
    assert status in (200, 400, 403)


@pytest.mark.parametrize("query_string", [b"query=%", b"query=%4", b"query=%4G", b"query=a%%20", b"%=1&query=a"])
def test_a_broken_escape_is_refused(query_string: bytes) -> None:
    with pytest.raises(HttpProblem, match="%XX"):
        operation_of(query_string)


def test_an_address_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(HttpProblem) as caught:
        operation_of(b"query=" + b"x" * (1 << 20))
    assert caught.value.status == 414
