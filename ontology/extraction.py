"""What one source says, whole: the value that crosses from ``extract`` to ``graph``."""

from dataclasses import dataclass

from ontology.dates import PartialDate
from ontology.indicators import Indicator
from ontology.levels import Level
from ontology.marks import Authority, SecrecyMark, UrgencyMark
from ontology.mentions import Mention
from ontology.references import Reference
from ontology.spans import Span
from ontology.statements import Statement


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed.

    Args:
        name: The person's name, without title.
        role: The post (``Phó Bí thư``), or ``None`` where the signature names none of the person's own (``KT. TRƯỞNG
            BAN`` alone names the post of the one who is replaced).
        on_behalf_of: The body after ``T/M`` or ``TM.``, or ``None``.
        title: Academic titles and military rank before the name (``GS.TS.``, ``Đại tá``), or ``None``.
        authority: On what authority, as written from top to bottom; empty for the head who signs in person.
        body: The body that the post is one of, where the signature names it (``Sở Tư pháp``), or ``None``.
    """

    name: str
    role: str | None = None
    on_behalf_of: str | None = None
    title: str | None = None
    authority: tuple[Authority, ...] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What head and foot of a source say about the document itself; ``None`` or empty where it does not say.

    Args:
        type: Type in its standard form (``Báo cáo``).
        code: Normalised code; a blank number is kept as such (``-BC/HU``).
        organ: Issuing body, completed with its place (``Huyện ủy Phụng Hiệp``); of several, the first.
        parent: The body above it in the letterhead (``Đảng bộ tỉnh Hậu Giang``).
        level: Level of the issuing body.
        place: The unit that the issuing body governs, with unit word (``huyện Phụng Hiệp``).
        province: The province around that unit, with unit word (``tỉnh Hậu Giang``).
        date: Date of issue, as far as it is filled in.
        title: The subject (trích yếu).
        signers: Who signed, in the order of the text.
        span: The letterhead's place in the original text (organ to title).
        joint: The bodies that issued the document together with ``organ``.
        recipients: Who receives it (nơi nhận), without list marks and final punctuation.
        secrecy: Mark of secrecy.
        urgency: Mark of urgency.
        draft: The mark of a draft, as written (``Dự thảo lần 2``).
    """

    type: str | None = None
    code: str | None = None
    organ: str | None = None
    parent: str | None = None
    level: Level | None = None
    place: str | None = None
    province: str | None = None
    date: PartialDate | None = None
    title: str | None = None
    signers: tuple[Signer, ...] = ()
    span: Span | None = None
    joint: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    secrecy: SecrecyMark | None = None
    urgency: UrgencyMark | None = None
    draft: str | None = None

    @property
    def signer(self) -> Signer | None:
        """The first of those who signed."""
        return self.signers[0] if self.signers else None

    @property
    def issuers(self) -> tuple[str, ...]:
        """All bodies that issued the document."""
        return (self.organ, *self.joint) if self.organ else ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one source.

    Args:
        file: Path relative to the folder that was read, with ``/``.
        sha256: SHA-256 of the source's bytes, hexadecimal.
        encoding: Name of the encoding that the bytes were decoded from (``utf-8``).
        text: The original text as read; all offsets refer to it.
        letterhead: What the document says about itself.
        mentions: In order of their start; flat.
        statements: In order of their evidence's start.
        format: Which reader read it (``text``, ``docx``, ``pdf`` …).
        ocr: Whether at least one of its pages was read by OCR.
        notes: What people should know of the reading, a Vietnamese sentence each, without a full stop.
        indicators: Numbers with what they measure, in order of the numbers.
        references: Short forms of documents ("Nghị quyết này"), in order of their start; of mentions only bare numbers
            ("Nghị quyết 18") are such, too.
    """

    file: str
    sha256: str
    encoding: str
    text: str
    letterhead: Letterhead
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    format: str = "text"
    ocr: bool = False
    notes: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    references: tuple[Reference, ...] = ()
