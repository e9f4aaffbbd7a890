"""Who signed a document: the last lines of its own text, before annexes."""

import re
from functools import cache

from extract.lines import read_lines
from extract.normalize import NormalizedText
from extract.organ_lines import read_body
from ontology.extraction import Signer
from ontology.folding import CAPITALS, SMALL
from ontology.letterhead_words import any_of, letterhead_words

_FOOT_CHARACTERS = 4_000
_FOOT_LINES = 120
# The list of recipients stands beside the signature; of annexes, which follow, it has none.
_RECIPIENTS = re.compile(r"Nơi nhận ?:")
_BEFORE_RECIPIENTS = 600
_RECIPIENT = re.compile(r"[-–+*•]|Nơi nhận|Lưu\b|Như ")
_ON_BEHALF = re.compile(
    rf"(?:T/M|TM\.?|T\.M\.?) ?(?P<body>[{CAPITALS}][{CAPITALS} ,\-]{{3,80}}?)"
    r"(?=\n|$| (?:KT|K/T|TL|T/L|TUQ)\b| (?:PHÓ |TỔNG )?(?:BÍ THƯ|CHÁNH)| ?(?:PHÓ )?CHỦ TỊCH)"
)


@cache
def _signature() -> re.Pattern[str]:
    """A post in capitals, perhaps with its body, then a name: "GIÁM ĐỐC SỞ TƯ PHÁP", "Nguyễn Văn Một"."""
    post = rf"(?:PHÓ |QUYỀN |Q\. ?)?(?:{any_of(letterhead_words().posts)})(?: THƯỜNG TRỰC)?"
    body = rf"[\s,]{{1,4}}(?:(?!{post})[{CAPITALS} ,\-]){{3,60}}"
    name = rf"[{CAPITALS}][{SMALL}]+(?: [{CAPITALS}][{SMALL}]+){{1,4}}"
    return re.compile(
        rf"(?P<role>{post})(?:{body})?[\s|]{{1,12}}(?:[(\[][^)\]\n]{{1,20}}[)\]][\s|]*)?(?P<name>{name})(?=[\s|]*(?:\n|$))"
    )


def read_signer(normalized: NormalizedText) -> Signer | None:
    """Read the signature beside the list of recipients, else the last one of the text.

    Args:
        normalized: The whole document.

    Returns:
        Who signed, with post and the body on whose behalf; ``None`` where no signature is found.
    """
    length = len(normalized.text)
    if recipients := _RECIPIENTS.search(normalized.text):
        beside = recipients.start()
        start, end = max(0, beside - _BEFORE_RECIPIENTS), min(length, beside + _FOOT_CHARACTERS)
        if (signer := _signer(normalized, start, end, beside)) is not None:
            return signer
    return _signer(normalized, max(0, length - _FOOT_CHARACTERS), length, length)


def _signer(normalized: NormalizedText, start: int, end: int, beside: int) -> Signer | None:
    """Return the first signature behind ``beside``, else the last one before it."""
    # Recipients stand in the other column, line by line between the lines of the signature.
    lines = [line for line in read_lines(normalized, start, end, _FOOT_LINES) if not _RECIPIENT.match(line.text)]
    foot = "\n".join(line.text for line in lines)
    middle = sum(len(line.text) + 1 for line in lines if line.start < beside)
    chosen: re.Match[str] | None = None
    for match in _signature().finditer(foot):
        chosen = match
        if match.start() >= middle:
            break
    if chosen is None:
        return None
    behalf = None
    for match in _ON_BEHALF.finditer(foot, 0, chosen.end("role")):
        behalf = match["body"].strip(" ,-")
    body = read_body(" ".join(behalf.split()), normalized.text).name if behalf else None
    return Signer(chosen["name"], _post(chosen["role"]), body)


def _post(capitals: str) -> str:
    """Return a post in ordinary spelling: ``PHÓ BÍ THƯ THƯỜNG TRỰC`` → ``Phó Bí thư Thường trực``."""
    return re.sub(
        r"(?:^|(?<=phó )|(?<=quyền )|(?<=chánh (?=văn|thanh))|(?<= )(?=thường trực))\w",
        lambda match: match.group().upper(),
        capitals.lower(),
    )
