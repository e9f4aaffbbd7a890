"""What the extractor says of six sample documents, whole: outputs that were read line by line, then kept.

They show every change of the output, also of what no annotation has (issuer, title, evidence, confidence). What a text
really says stands in ``examples/gold``, which was written without looking at the output. A change of a rule that changes
these files is looked at before it is kept: ``pytest --renew-golden tests/extract`` writes them anew, ``git diff`` shows
what changed.
"""

import json
from pathlib import Path

import pytest

from extract.extractor import Extractor
from extract.output import to_contract
from extract.source import SourceFile, read_source

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = (
    "trung-uong/05-CT-TW_2021-06-23.txt",
    "tinh-hau-giang/139-CTr-TU_2022-11-09.txt",
    "tinh-hau-giang/14-2022-NQ-HDND_2022-07-12.txt",
    "tinh-hung-yen/08-CTr-TU_2025-10-02.md",
    "huyen-phung-hiep/109-KH-HU_2023-02-02.txt",
    "huyen-long-my/xa-luong-tam/14-KH-DU_2022-02-18.txt",
)


def _path(document: str) -> Path:
    return GOLDEN / f"{Path(document).stem}.json"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_golden_file(extractor: Extractor, sample_dir: Path, document: str, request: pytest.FixtureRequest) -> None:
    extraction = extractor.extract(read_source(SourceFile(document, sample_dir / document)))
    text = json.dumps(to_contract(extraction), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--renew-golden"):
        _path(document).write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(_path(document).read_text(encoding="utf-8"))


def test_every_golden_file_is_compared() -> None:
    assert sorted(GOLDEN.iterdir()) == sorted(map(_path, DOCUMENTS))
    assert len(DOCUMENTS) == 6
