"""Annotations made by people: reading them, and finding the texts that they were made of."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from extract.evaluation.annotations import Annotated, Row, annotated
from extract.source import SourceFile
from ontology.errors import GoldError

GOLD_SUFFIXES = frozenset({".json", ".jsonl"})


def read_gold(paths: Sequence[Path]) -> list[Annotated]:
    """Read annotations.

    Args:
        paths: Files with one object or a list (``.json``) or one object a line (``.jsonl``); folders stand for the
            files of these kinds that lie directly in them.

    Returns:
        The annotated texts in the order of the paths, files of a folder by name.

    Raises:
        GoldError: If a path does not exist, holds no annotations, or is malformed; or if a text is annotated twice.
    """
    texts: dict[str, Annotated] = {}
    for path in _files(paths):
        for number, row in _rows(path):
            try:
                text = annotated(row)
            except ValueError as error:
                raise GoldError(
                    f"chú giải thứ {number} sai: {error}", where=path, todo="Xem hình thức ở docs/annotation.md"
                ) from error
            if text.name in texts:
                raise GoldError(f"“{text.name}” được chú giải hai lần", where=path, todo="Bỏ một bản")
            texts[text.name] = text
    return list(texts.values())


def locate_source(text: Annotated, folder: Path | None) -> SourceFile:
    """Find the file that annotations were made of.

    Args:
        text: The annotations, which name the file relative to ``folder``, or by its name alone.
        folder: The folder of the sources, or ``None`` where none was named.

    Raises:
        GoldError: If there is no folder, the file is not in it, or several files bear its name.
    """
    if folder is None:
        raise GoldError(
            f"chú giải của “{text.name}” không kèm văn bản", todo="Chỉ ra thư mục văn bản nguồn bằng --sources THƯ_MỤC"
        )
    if (path := folder / text.name).is_file() and path.resolve().is_relative_to(folder.resolve()):
        return SourceFile(text.name, path)
    same = sorted(path for path in folder.rglob(Path(text.name).name) if path.is_file()) if "*" not in text.name else []
    if not same:
        raise GoldError(f"không có tệp “{text.name}”", where=folder, todo="Kiểm tra lại --sources")
    if len(same) > 1:
        raise GoldError(
            f"có {len(same)} tệp tên “{Path(text.name).name}”",
            where=folder,
            todo="Ghi đường dẫn từ thư mục nguồn vào “file” của chú giải",
        )
    return SourceFile(text.name, same[0])


def mismatch(gold: Annotated, text: str) -> str | None:
    """Return why annotations cannot be of a text, or ``None`` if they can.

    Args:
        gold: The annotations.
        text: The original text.
    """
    for entity in gold.entities:
        if entity.end > len(text):
            return f"chú giải ở ký tự {entity.start}–{entity.end}, văn bản chỉ có {len(text)} ký tự"
        if entity.text and text[entity.start : entity.end] != entity.text:
            there = text[entity.start : entity.end]
            return f"ký tự {entity.start}–{entity.end} là “{there}”, chú giải ghi “{entity.text}”"
    return None


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(file for file in path.iterdir() if file.suffix in GOLD_SUFFIXES and file.is_file())
            if not found:
                raise GoldError("thư mục không có chú giải nào (.json, .jsonl)", where=path)
            yield from found
        elif path.is_file():
            yield path
        else:
            raise GoldError("không có tệp chú giải này", where=path, todo="Kiểm tra lại đường dẫn")


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Yield the objects of a file with their numbers, from 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".jsonl":
            values = [json.loads(line) for line in text.split("\n") if line.strip()]
        else:
            value = json.loads(text)
            values = value if isinstance(value, list) else [value]
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise GoldError(f"không phải JSON ({error})", where=path, todo="Kiểm tra lại tệp") from error
    except OSError as error:
        raise GoldError(f"không mở được tệp ({error.strerror})", where=path, todo="Kiểm tra quyền đọc tệp") from error
    for number, value in enumerate(values, 1):
        if not isinstance(value, Mapping):
            raise GoldError(f"phần tử thứ {number} không phải là đối tượng JSON", where=path)
        yield number, value
