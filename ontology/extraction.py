"""What one source says, whole: the value that crosses from ``extract`` to ``graph``."""

from dataclasses import dataclass

from ontology.dates import PartialDate
from ontology.levels import Level
from ontology.mentions import Mention
from ontology.references import Reference
from ontology.spans import Span
from ontology.statements import Statement


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed.

    Args:
        name: The person's name, without title.
        role: The post (``Phó Bí thư``), or ``None``.
        on_behalf_of: The body after ``T/M`` or ``TM.``, or ``None``.
    """

    name: str
    role: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What head and foot of a source say about the document itself; ``None`` where it does not say.

    Args:
        type: Type in its standard form (``Báo cáo``).
        code: Normalised code; a blank number is kept as such (``-BC/HU``).
        organ: Issuing body, completed with its place (``Huyện ủy Phụng Hiệp``).
        parent: The body above it in the letterhead (``Đảng bộ tỉnh Hậu Giang``).
        level: Level of the issuing body.
        place: The unit that the issuing body governs, with unit word (``huyện Phụng Hiệp``).
        province: The province around that unit, with unit word (``tỉnh Hậu Giang``).
        date: Date of issue, as far as it is filled in.
        title: The subject (trích yếu).
        signer: Who signed.
        span: The letterhead's place in the original text (organ to title).
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
    signer: Signer | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one source.

    Args:
        file: Path relative to the folder that was read, with ``/``.
        sha256: SHA-256 of the source's bytes, hexadecimal.
        encoding: Name of the encoding that the bytes were decoded from (``utf-8``).
        text: The original text as decoded, line ends untouched; all offsets refer to it.
        letterhead: What the document says about itself.
        mentions: In order of their start; flat.
        statements: In order of their evidence's start.
        references: Short forms of documents ("Nghị quyết này"), in order of their start; none is a mention.
    """

    file: str
    sha256: str
    encoding: str
    text: str
    letterhead: Letterhead
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    references: tuple[Reference, ...] = ()
