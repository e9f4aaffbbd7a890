"""Web pages: blocks, lists, tables, what does not show, encodings, and pages that would cost too much."""

import contextlib

import pytest

from extract.encodings.legacy import by_name
from extract.formats import read
from extract.formats.text import ReadText
from ontology.errors import SourceError

SENTENCE = "Thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022 của Trung ương"


def page(markup: str) -> ReadText:
    return read(markup.encode(), "a.html", "a.html")


CASES = {
    "blocks": ("<h1>KẾ HOẠCH</h1><div>một<p>hai</p>ba</div>", "KẾ HOẠCH\n\nmột\n\nhai\n\nba"),
    "white space": ("<p>Nghị   quyết\n số <b>18</b>-<i>NQ</i>/TW </p>", "Nghị quyết số 18-NQ/TW"),
    "line breaks": ("<p>HUYỆN ỦY<br>\nPHỤNG HIỆP</p>", "HUYỆN ỦY\nPHỤNG HIỆP"),
    "cells": ("<table><tr><td>a<td>b<tr><th>c</th><td><p>d</p></td></table>", "a\n\nb\n\nc\n\nd"),
    "bullets": ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n\n- b\n\n- c"),
    "numbers": ("<ol start=3><li>a<li>b<li value=9>c<li>d</ol>", "3. a\n\n4. b\n\n9. c\n\n10. d"),
    "numbers go on behind an inner list": ("<ol><li>a<ul><li>x</ul><li>b</ol>", "1. a\n\n- x\n\n2. b"),
    "an item's paragraphs": ("<ul><li><p>a</p><p>b</p></ul>", "- a\n\nb"),
    "scripts and styles": (
        "<script>var a='Nghị quyết 1-NQ/TW'</script><style>p{}</style><noscript>x</noscript><p>a</p>",
        "a",
    ),
    "comments": ("<p>a<!-- Nghị quyết --> b</p>", "a b"),
    "hidden": ("<p hidden>x</p><p style='color:red; DISPLAY : none'>x</p><p>a</p>", "a"),
    "text behind what is dropped": ("<p>a<script>x</script>b</p>", "ab"),
    "title": ("<title>x</title><body>a", "a"),
    "entities": ("<p>&#7879; &amp; &lt;b&gt; &nbsp;x</p>", "ệ & <b> \xa0x"),
    "preformatted": ("<pre>a\n   b</pre>", "a\n   b"),
    "no markup at all": ("chỉ có chữ", "chỉ có chữ"),
    "markup that is not closed": ("<table><tr><td>a<p>b</tr><div>c", "a\n\nb\n\nc"),
    "quirks of Word": ("<o:p>a</o:p><![if !supportLists]>b<![endif]>", "ab"),
}


@pytest.mark.parametrize(("markup", "text"), CASES.values(), ids=CASES.keys())
def test_text(markup: str, text: str) -> None:
    assert page(markup).text == text


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", "none-such"])
@pytest.mark.parametrize("name", ["utf-8", "tcvn3", "vni", "windows-1258", "utf-16"])
def test_encodings(name: str, declared: str) -> None:
    """What a page says of its encoding is wrong as often as right: the score decides."""
    markup = f'<html><head><meta charset="{declared}"></head><body><p>{SENTENCE}</p></body></html>'
    data = by_name(name).encode(markup) if name in ("tcvn3", "vni", "windows-1258") else markup.encode(name)
    made = read(data, "a.html", "a.html")
    assert (made.text, made.encoding, made.format) == (SENTENCE, name, "html")


def test_entities_of_an_old_font() -> None:
    """Word writes the characters of an old font as entities of Latin letters."""
    glyphs = by_name("tcvn3").encode(SENTENCE).decode("cp1252").encode("ascii", "xmlcharrefreplace").decode()
    made = page(f"<p>{glyphs}</p>")
    assert (made.text, made.encoding) == (SENTENCE, "tcvn3")


def test_viqr_in_a_page() -> None:
    made = page(f"<p>{by_name('viqr').encode(SENTENCE).decode()}</p>")
    assert (made.text, made.encoding) == (SENTENCE, "viqr")


def test_another_language_as_declared() -> None:
    data = '<meta charset="windows-1252"><p>L\'été à côté des élèves gênés</p>'.encode("cp1252")
    made = read(data, "a.html", "a.html")
    assert (made.text, made.encoding) == ("L'été à côté des élèves gênés", "cp1252")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html><body><script>x</script></body></html>", "không có chữ nào"),
        (f"<p>{SENTENCE}</p>\n".encode() + by_name("vni").encode(f"<p>{SENTENCE}</p>"), "trộn nhiều bảng mã"),
        (b"<p>\xe9\xe8 \xff</p>", "không rõ là bảng mã cũ nào"),
    ],
)
def test_bad_pages(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read(data, "a.html", "a.html")


@pytest.mark.parametrize(
    "piece",
    ["<", "<div>", "<ol><li>", "<li>x", "<script", "<!--", "&#", "<p>Nghị quyết", "<br>", "<td>x", "<b>", "<a href='"],
)
def test_no_page_takes_quadratic_time(piece: str) -> None:
    """A second each; work that grows with the square of the length would take this test past any patience."""
    with contextlib.suppress(SourceError):
        read(b"<p>x</p>" + piece.encode() * 200_000, "a.html", "a.html")
