"""What people may set for one graph: ``settings.json`` in its folder."""

import json
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import GraphError

DEFAULT_BASE_IRI = "https://w3id.org/cuthehoa/id/"
_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one graph.

    Args:
        base_iri: What the IRIs of all entities begin with; ends with ``/`` or ``#``.
    """

    base_iri: str = DEFAULT_BASE_IRI


def read_settings(graph: Path) -> Settings:
    """Return the settings of a graph; the default ones if it has no ``settings.json``.

    Args:
        graph: The graph's folder.

    Raises:
        GraphError: If the file cannot be read or says something that cannot be used.
    """
    path = graph / _FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise GraphError("không đọc được tệp cài đặt", where=path, todo="Sửa lại JSON hoặc xóa tệp này") from error
    base_iri = values.get("base_iri", DEFAULT_BASE_IRI) if isinstance(values, dict) else None
    if not isinstance(base_iri, str) or "://" not in base_iri or base_iri[-1] not in "/#" or _forbidden(base_iri):
        raise GraphError(
            "“base_iri” phải là một IRI kết thúc bằng / hoặc #",
            where=path,
            todo=f'Ví dụ: {{"base_iri": "{DEFAULT_BASE_IRI}"}}',
        )
    return Settings(base_iri)


def _forbidden(iri: str) -> bool:
    """Whether it holds a character that RFC 3987 keeps out of IRIs."""
    return any(letter <= " " or letter in '<>"{}|\\^`' for letter in iri)
