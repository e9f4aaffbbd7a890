"""A case of head and foot: a document written for the project, with what must be read from it.

A case names only the fields that it is about; ``markdown`` tells how the text is read.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """One document: its text and the fields of the letterhead's JSON."""

    name: str
    text: str
    expected: dict[str, object]
    markdown: bool = field(default=False)


def signer(
    name: str,
    role: str | None,
    *authority: str,
    behalf: str | None = None,
    title: str | None = None,
    body: str | None = None,
) -> dict[str, object]:
    return {
        "name": name,
        "title": title,
        "role": role,
        "authority": list(authority),
        "on_behalf_of": behalf,
        "body": body,
    }


BODY = "\nTrong thời gian qua, các cấp đã triển khai nhiều giải pháp, đạt kết quả tích cực trên các lĩnh vực được giao phụ trách, được nhân dân đồng tình ủng hộ và đánh giá cao.\n\n"
