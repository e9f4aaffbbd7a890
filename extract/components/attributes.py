"""What stands around a citation and belongs to it: issuer, title, term, and a date that comes before or behind.

"Kế hoạch số 109-KH/HU ngày 02/02/2023 của Ban Thường vụ Huyện ủy về “…”": the date was read with the code; issuer and
title follow here, because an issuer is an organisation and those are found first. Each belongs to the citation before
it and to no other, so reading stops where the next citation begins.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.dates import DATE, date_after, date_of
from extract.found import Found
from ontology.codes import DocumentCode
from ontology.dates import PartialDate
from ontology.folding import CAPITALS
from ontology.letterhead_words import any_of, letterhead_words
from ontology.mentions import Citation

# The name of the body's place without a unit word: "của Ban Thường vụ Tỉnh ủy | Hưng Yên | về". What the document is
# about may begin with a capital as well: "của Chính phủ | Quy định chi tiết …".
_REST_OF_NAME = re.compile(
    r"(?! (?:Quy|Ban hành|Phê duyệt|Về|Sửa đổi|Bổ sung|Hướng dẫn|Công bố|Thực hiện|Triển khai|Bãi bỏ)\b)"
    rf"(?: [{CAPITALS}][^\W\d_]*){{1,4}}"
    r"(?= (?:về|ban hành|quy định|phê duyệt|nhiệm kỳ|khóa|khoá|để|nhằm)\b|[,;.]| ?“|\n|$)"
)
_ABOUT = re.compile(r" ?,? ?(?:(?:về|Về)(?: việc)? ?)?[“\"](?P<title>[^”\"]{5,500})[”\"]")
_TERM = re.compile(r" ?,? ?(?P<open>\()?(?P<term>(?:khóa|khoá) (?:[IVXLC]{1,6}|\d{1,2}))(?(open)\))")
_SESSION = re.compile(
    r" ?,? ?(?:tại )?[Kk]ỳ họp (?:lần )?(?:thứ )?(?:\d{1,2}|[IVX]{1,5}|[^\W\d_]+(?: một| hai)?)(?=,| |;|\n|$)"
)
# "được Quốc hội khóa XI, kỳ họp thứ 7 thông qua ngày 14/6/2005": the date of a law.
_PASSED = re.compile(
    r" ?,? ?(?:đã ?)?được (?:Quốc ?hội|UBTVQH|Ủy ban |HĐND|Hội đồng )[^.:;“”\n]{0,90}? thông qua(?= ngày)"
)
_PARENTHESIS = re.compile(r" ?\((?:gọi tắt|sau đây gọi|sau đây viết tắt|viết tắt|khóa|khoá)[^)\n]{0,80}\)")
_ISSUED = re.compile(r" (?:đã |đã kịp thời |kịp thời )?(?:ban hành|có|ký ban hành) (?:các )?$")
_HAS_ISSUED = re.compile(r" (?:đã )?(?:có|ban hành|ký ban hành|gửi|nhận được) (?:các )?$")
_SUBJECT_TERM = re.compile(r",? \(?(?:khóa|khoá) [IVXLC]{1,6}\)?$")
_SENTENCE_BREAK = re.compile(r"[.;\n]")
_COORDINATION = re.compile(r" ?(?:,|và|, và) ?$")
_LOOK_BACK = 160


@cache
def _of() -> re.Pattern[str]:
    """Match "của", with posts between it and the body ("của Thủ tướng Chính phủ")."""
    return re.compile(rf" ?,? ?(?:của|do) (?:đồng chí )?(?P<post>(?i:{_posts()})(?:, (?i:{_posts()}))? )?")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?: ?[-–] ?|, | và )(?:(?i:{_posts()}) )?")


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_posts()}) ")


@cache
def _posts() -> str:
    return rf"(?:phó )?(?:{any_of(letterhead_words().posts)})"


def complete_citations(text: str, citations: Sequence[Found], organizations: Sequence[Found]) -> list[Found]:
    """Give each citation its issuer, title, term and, where it stands apart from the code, its date.

    Args:
        text: The normalised text.
        citations: The ``DOC`` mentions in order.
        organizations: The ``ORG`` mentions in order.

    Returns:
        The same citations, completed; ``reach`` lies behind all that was read.
    """
    starts = [item.start for item in organizations]
    by_start = dict(zip(starts, organizations, strict=True))
    ends = {item.end: item for item in organizations}
    completed: list[Found] = []
    for index, item in enumerate(citations):
        limit = citations[index + 1].start if index + 1 < len(citations) else len(text)
        completed.append(_complete(text, item, limit, by_start, ends))
    return _share_issuers(text, completed)


def _complete(text: str, item: Found, limit: int, by_start: dict[int, Found], by_end: dict[int, Found]) -> Found:
    citation = item.detail
    if not isinstance(citation, Citation):
        return item
    position = item.stop
    joint = _is_joint(citation.code)
    if (issuer := _issuer_behind(text, position, by_start, joint)) is not None:
        name, position = issuer
        citation = replace(citation, issuer=citation.issuer or name)
    if citation.date is None:
        date, behind = date_after(text, position)
        if behind > position:
            citation, position = replace(citation, date=date), behind
            if citation.issuer is None and (issuer := _issuer_behind(text, position, by_start, joint)) is not None:
                citation, position = replace(citation, issuer=issuer[0]), issuer[1]
    if (term := _TERM.match(text, position)) and term.end() <= limit:
        citation, position = replace(citation, term=citation.term or term["term"]), term.end()
        if session := _SESSION.match(text, position):
            position = session.end()
    date, position = _date_further_on(text, position, limit, citation.date)
    citation = replace(citation, date=date)
    if title := _ABOUT.match(text, position):
        citation = replace(citation, title=title["title"].strip())
        position = title.end() if title.end() <= limit else position
    if citation.issuer is None or citation.date is None:
        citation = _from_before(text, item, citation, by_end)
    return replace(item, detail=citation, reach=max(position, item.reach))


def _date_further_on(text: str, position: int, limit: int, date: PartialDate | None) -> tuple[PartialDate | None, int]:
    """Read when a law was passed, or a date behind "(gọi tắt là …)"; with the index behind what was read."""
    if date is None and (passed := _PASSED.match(text, position)) and passed.end() <= limit:
        date, position = date_after(text, passed.end())
    if aside := _PARENTHESIS.match(text, position):
        position = aside.end()
        if date is None:
            date, position = date_after(text, position)
    return date, position


def _issuer_behind(text: str, position: int, by_start: dict[int, Found], joint: bool) -> tuple[str, int] | None:
    """Return the issuer that "của" introduces at ``position``, as written, and the index behind it."""
    of = _of().match(text, position)
    if of is None:
        return None
    body = by_start.get(of.end())
    if body is None and of["post"]:
        # The body's name may begin with the post's own word ("của Chủ tịch nước").
        body = by_start.get(of.start("post"))
    if body is None:
        return None
    begin = of.start("post") if of["post"] else body.start
    end = body.end
    # Joint documents: "của Bộ Y tế - Bộ Tài chính - Bộ Nội vụ", "của Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Nội vụ". A code of
    # one organ has one issuer: what follows a comma then is another clause's subject.
    while joint and (glue := _joint().match(text, end)) and (other := by_start.get(glue.end())) is not None:
        end = other.end
    if rest := _REST_OF_NAME.match(text, end):
        end = rest.end()
    return " ".join(text[begin:end].split()), end


def _is_joint(code: str | None) -> bool:
    """Tell whether a code names several organs: ``TTLT-BYT-BTC``, ``HD/BTCTW-BTGTW``."""
    if code is None:
        return False
    try:
        organ = DocumentCode.parse(code).organ
    except ValueError:
        return False
    return organ is not None and "-" in organ


def _from_before(text: str, item: Found, citation: Citation, by_end: dict[int, Found]) -> Citation:
    """Read "X ban hành Quyết định số …" and "Ngày 21/11/2025, X có Báo cáo số …"."""
    begin = max(0, item.start - _LOOK_BACK)
    before = text[begin : item.start]
    if citation.issuer is None and citation.code is not None and (issued := _ISSUED.search(before)):
        body = by_end.get(begin + issued.start())
        if body is not None and issued.group().strip() != "có":
            citation = replace(citation, issuer=text[body.start : body.end])
    if citation.date is None and citation.code is not None and (verb := _HAS_ISSUED.search(before)):
        sentence = begin + max((m.end() for m in _SENTENCE_BREAK.finditer(before, 0, verb.start())), default=0)
        head = re.match(rf" ?(?:- )?[Nn]gày {DATE},? ", text[sentence : item.start])
        subject = _SUBJECT_TERM.sub("", before[: verb.start()])
        if head and _reaches(text, sentence + head.end(), begin + len(subject), by_end):
            citation = replace(citation, date=date_of(head))
    return citation


def _reaches(text: str, start: int, end: int, by_end: dict[int, Found]) -> bool:
    """Tell whether ``text[start:end]`` is one body's name, perhaps with "của" another: the subject of the sentence."""
    body = by_end.get(end)
    while body is not None and body.start > start:
        if not text[start : body.start].endswith(" của "):
            before = text[start : body.start]
            return before.count(" ") <= 1 or _post().fullmatch(before) is not None
        body = by_end.get(body.start - len(" của "))
    return body is not None and body.start == start


def _share_issuers(text: str, citations: list[Found]) -> list[Found]:
    """Give an item of a list the issuer that its last item states, if both codes name the same organ."""
    result = list(citations)
    for index in range(len(result) - 2, -1, -1):
        item, following = result[index], result[index + 1]
        one, other = item.detail, following.detail
        if not isinstance(one, Citation) or not isinstance(other, Citation):
            continue
        if one.issuer is not None or other.issuer is None or not one.code or not other.code or one.title:
            continue
        same_organ = one.code.rsplit("/", 1)[-1].rsplit("-", 1)[-1] == other.code.rsplit("/", 1)[-1].rsplit("-", 1)[-1]
        if same_organ and _COORDINATION.fullmatch(text[item.stop : following.start]):
            result[index] = replace(item, detail=replace(one, issuer=other.issuer))
    return result
