"""Where the sample corpus lies, and which of its cascades to show first."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from ontology.errors import CuthehoaError


@dataclass(frozen=True, slots=True)
class Showcase:
    """The document whose cascade the demo shows.

    Args:
        code: Its code.
        date: Its date, ISO: the sample corpus has two documents of this code on purpose.
    """

    code: str
    date: str


SHOWCASE = Showcase("18-NQ/TW", "2022-06-16")


def sample_documents() -> Path:
    """The folder with the documents of the sample corpus.

    A wheel carries them inside the package; a checkout keeps them where readers look for them, in ``examples``.

    Raises:
        CuthehoaError: If neither is there.
    """
    package = Path(str(resources.files("ui")))
    for folder in (package / "sample", package.parent / "examples" / "documents"):
        if folder.is_dir():
            return folder
    raise CuthehoaError(
        "không tìm thấy bộ văn bản mẫu", where=package / "sample", todo="Hãy cài lại cuthehoa hoặc tải trọn mã nguồn"
    )
