"""A small corpus of extractions made by chance, in which resolving one source depends on the others in every way."""

from dataclasses import replace
from hashlib import sha256

from hand_made import PHUNG_HIEP, Source, letterhead
from hypothesis import strategies as st
from identity_cases import HAU_GIANG, KIEN_XUONG, LONG_MY, NOWHERE, district

from ontology.extraction import Extraction, Letterhead
from ontology.levels import Level
from ontology.mentions import EntityLabel, Mention, ProgrammeName
from ontology.spans import Span
from ontology.statements import SELF, Modality, Relation

CAN_THO = letterhead("1-BC/TU", "Thành ủy Cần Thơ", "thành phố Cần Thơ", "thành phố Cần Thơ", "2025-09-01",
                     level=Level.PROVINCE)  # fmt: skip
HEADS: tuple[Letterhead, ...] = (
    PHUNG_HIEP, LONG_MY, KIEN_XUONG, HAU_GIANG, NOWHERE, CAN_THO, district("Phụng Hiệp", "Hậu Giang", None),
    letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2023-02-02",
               level=Level.DISTRICT, title="chuyển đổi số trong cơ quan đảng"),
    letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2023-02-02",
               level=Level.DISTRICT, title="phòng, chống thiên tai, tìm kiếm cứu nạn"),
    letterhead("109-KH/HU", "Huyện ủy Phụng Hiệp", "huyện Phụng Hiệp", "tỉnh Hậu Giang", "2023",
               level=Level.DISTRICT),
    letterhead("89/KH-UBND", "Ủy ban nhân dân tỉnh Hậu Giang", "tỉnh Hậu Giang", "tỉnh Hậu Giang", "2023-02-14",
               level=Level.PROVINCE),
)  # fmt: skip
CODES = (
    "18-NQ/TW",
    "109-KH/HU",
    "139-CTr/TU",
    "89/KH-UBND",
    "9-ĐA/TU",
    "9-DA/TU",
    "105/2021/NĐ-CP",
    "05-KH/HU",
    "5-KH/HU",
)
DATES = ("2022-06-16", "2017-10-25", "2022-06", "2022", "2023-02-02", "2023-02-14", None, None, None)
TITLES = ("quản lý và sử dụng đất đai", "chuyển đổi số trong cơ quan đảng", "phòng, chống thiên tai", None, None, None)
ISSUERS = ("Tỉnh ủy", "UBND tỉnh", "Bộ Chính trị", "Ban Bí thư", "Huyện ủy Long Mỹ", None, None, None)
TERMS = ("khóa XII", "khóa XIII", "khóa XIV", None, None, None)
NAMES = ("Luật Đất đai", "luật đất đai", "Nghị quyết 18", "Chỉ thị số 17", "Điều lệ Đảng", "")
BODIES = ("Huyện ủy", "UBND huyện", "Ban Thường vụ Huyện ủy", "HTX Kỳ Như", "HTX Kì Như", "Sở Y tế", "Bộ Chính trị")
PEOPLE = ("Nguyễn Văn An", "Trần Văn Hùng", "Trần Văn Hưng", "Hồ Chí Minh")
PROGRAMMES = (
    "NTM",
    "nông thôn mới giai đoạn 2021 - 2025",
    "OCOP",
    "Chương trình công tác năm 2024",
    "Đề án Hậu Giang xanh",
)
RELATIONS = (Relation.IMPLEMENTS, Relation.CONCRETIZES, Relation.REVIEWS, Relation.PURSUANT_TO)

_CITATION = st.tuples(
    st.sampled_from(CODES), *(st.sampled_from(pool) for pool in (DATES, TITLES, ISSUERS, TERMS)), st.booleans()
)


@st.composite
def _source(draw: st.DrawFn, number: int) -> Source:
    source = Source(f"{number}.txt", draw(st.sampled_from(HEADS)), body=f"văn bản {draw(st.integers(0, 6))}\n")
    documents = [SELF]
    for code, date, title, issuer, term, with_kind in draw(st.lists(_CITATION, max_size=5)):
        kind = "Nghị quyết" if with_kind else None
        documents.append(source.doc(code, date, title=title, issuer=issuer, term=term, kind=kind))
    named = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(DATES)), max_size=2))
    documents += [source.doc(None, date, name=name, kind=None) for name, date in named]
    for _ in range(draw(st.integers(0, 3))):
        ends = draw(st.lists(st.sampled_from(documents), min_size=2, max_size=2))
        modality = draw(st.sampled_from((Modality.ASSERTED, Modality.ASSERTED, Modality.INTENDED)))
        source.says(ends[0], draw(st.sampled_from(RELATIONS)), ends[1] if ends[1] != SELF else None, modality=modality)
    bodies = [source.org(name) for name in draw(st.lists(st.sampled_from(BODIES), max_size=2))]
    for name in draw(st.lists(st.sampled_from(PEOPLE), max_size=2)):
        person = source.per(name)
        for body in draw(st.lists(st.sampled_from(bodies), max_size=2)) if bodies else ():
            source.says(person, Relation.HOLDS_POST, body, role="Bí thư")
    for name in draw(st.lists(st.sampled_from(PROGRAMMES), max_size=2)):
        source.says(_programme(source, name), Relation.COVERS, source.loc("Tân Bình", "xã"))
    return source


def _programme(source: Source, name: str) -> int:
    start = len(source.body)
    source.body += name + "\n"
    span = Span(start, start + len(name))
    source.mentions.append(Mention(EntityLabel.PROG, span, name, name, ProgrammeName(name)))
    return len(source.mentions) - 1


def corpora(most: int = 6) -> st.SearchStrategy[list[Extraction]]:
    """Lists of extractions of different files; some are copies of one text."""
    return st.integers(1, most).flatmap(
        lambda count: st.tuples(*(_source(number) for number in range(count))).map(
            lambda sources: [source.extraction() for source in sources]
        )
    )


def as_file(extraction: Extraction) -> bytes:
    """The bytes of a file that stands for an extraction; two copies of one text have the same."""
    return extraction.sha256.encode()


def of_file(extraction: Extraction) -> Extraction:
    """The extraction as the reader of :func:`as_file` would give it."""
    digest = sha256(as_file(extraction)).hexdigest()
    statements = tuple(
        replace(statement, evidence=replace(statement.evidence, source=digest)) for statement in extraction.statements
    )
    return replace(extraction, sha256=digest, statements=statements)
