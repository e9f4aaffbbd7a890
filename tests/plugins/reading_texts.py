"""Reading short texts as the extractor does, for tests that state what one sentence says."""

from collections.abc import Callable

import pytest

from extract.extractor import Extractor
from extract.source import SourceText
from ontology.extraction import Extraction
from ontology.mentions import Citation, EntityLabel, Mention

SOURCE = "0" * 64


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the way to write the golden files anew."""
    parser.addoption("--renew-golden", action="store_true", help="write tests/extract/golden anew instead of comparing")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor, made once."""
    return Extractor()


@pytest.fixture(scope="session")
def read_text(extractor: Extractor) -> Callable[[str], Extraction]:
    """Read a text as if it were a file's."""

    def read(text: str, file: str = "van-ban.txt") -> Extraction:
        return extractor.extract(SourceText(file, SOURCE, "utf-8", text))

    return read


@pytest.fixture(scope="session")
def citations_of(read_text: Callable[[str], Extraction]) -> Callable[[str], list[tuple[Mention, Citation]]]:
    """Return the documents that a text cites, with what it says of each."""

    def cite(text: str) -> list[tuple[Mention, Citation]]:
        found = []
        for mention in read_text(text).mentions:
            if mention.label is EntityLabel.DOC:
                assert isinstance(mention.detail, Citation)
                found.append((mention, mention.detail))
        return found

    return cite
