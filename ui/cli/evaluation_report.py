"""An evaluation for people, as a table and a list of errors, and for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.evaluation import Evaluation, Score
from extract.evaluation.errors import PROGRAMME_PLACE, ROLE, ErrorKind, EvaluationError
from ontology.mentions import EntityLabel
from ontology.spans import Span
from ontology.statements import DOCUMENT_RELATIONS
from ui.cli.console import TABLE_WIDTH, plain, width, wrap
from ui.rendering import Cell, JsonObject
from ui.wording import KIND_NAMES, LABEL_KINDS, RELATION_VERBS

METRIC_COLUMNS = ("metric", "precision", "recall", "f1", "right", "found", "gold")

KIND_WORDS = {
    ErrorKind.MISSED: "bỏ sót",
    ErrorKind.FALSE: "thừa",
    ErrorKind.WRONG_BOUNDARY: "sai ranh giới",
    ErrorKind.WRONG_ATTRIBUTE: "sai thuộc tính",
}

_LABEL_NAMES = {label: KIND_NAMES[LABEL_KINDS[label]] for label in EntityLabel}
_GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Tên gọi, đúng từng ký tự", tuple((f"{label}.exact", _LABEL_NAMES[label]) for label in EntityLabel)),
    ("Tên gọi, có phần chung", tuple((f"{label}.overlap", _LABEL_NAMES[label]) for label in EntityLabel)),
    (
        "Văn bản có số, ký hiệu",
        (("DOC.code", "Đúng số, ký hiệu"), ("DOC.code+date", "Đúng số, ký hiệu và ngày")),
    ),
    (
        "Quan hệ giữa các văn bản",
        (
            ("REL.all", "Mọi quan hệ"),
            ("REL.named", "Giữa hai văn bản được nêu tên"),
            ("REL.named.cascade", "… cụ thể hóa, (tiếp tục) thực hiện"),
            ("REL.named.untyped", "… không kể loại quan hệ"),
            ("REL.self", "Của chính văn bản đang đọc"),
            ("REL.self.untyped", "… không kể loại quan hệ"),
        ),
    ),
    (
        "Từng loại quan hệ",
        tuple((f"REL.{relation}", RELATION_VERBS[relation].capitalize()) for relation in DOCUMENT_RELATIONS),
    ),
    ("Chương trình và người", (("PROGRAMME_PLACE", "Chương trình – địa danh"), ("ROLE", "Người – chức vụ"))),
)
_SUBJECTS = (
    {label.value: f"{label.value} {name.casefold()}" for label, name in _LABEL_NAMES.items()}
    | {relation.value: f"quan hệ {RELATION_VERBS[relation]}" for relation in DOCUMENT_RELATIONS}
    | {PROGRAMME_PLACE: "chương trình – địa danh", ROLE: "người – chức vụ"}
)
_BAR = 10
_FIGURES = 47  # columns that the six figures take
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LONGEST_CONTEXT = 400


def metric_lines(result: Evaluation) -> list[str]:
    """A table of all measures, in groups; what was neither to be found nor found is a dash.

    A narrow terminal goes without the bars, a very narrow one without the measures' names in ``--json`` too.
    """
    names = max(len(name) for _, rows in _GROUPS for _, name in rows)
    keys = max(len(key) for _, rows in _GROUPS for key, _ in rows)
    room = width(TABLE_WIDTH)
    bars = room >= names + keys + _FIGURES + _BAR + 6
    keyed = room >= names + keys + _FIGURES + 4
    heading = f"{'Chính xác':>9}  {'Bao phủ':>7}  {'F1':>5}  {'Đúng':>5}  {'Tìm ra':>6}  {'Chuẩn':>5}"
    first = f"  {'':{names}}  " + (f"{'':{keys}}  " if keyed else "")
    lines = [f"Đánh giá trên {len(result.names)} văn bản", "", first + heading]
    lines.append("─" * (len(lines[-1]) + (2 + _BAR if bars else 0)))
    for title, rows in _GROUPS:
        lines.append(title)
        for key, name in rows:
            score = result.metrics[key]
            bar = f"  {_bar(score.f1)}" if bars and (score.gold or score.found) else ""
            lines.append(f"  {name:{names}}  " + (f"{key:{keys}}  " if keyed else "") + _figures(score) + bar.rstrip())
        lines.append("")
    lines.append("Chính xác: phần đúng trong những gì máy tìm ra. Bao phủ: phần tìm ra trong chú giải chuẩn.")
    return lines


def error_lines(result: Evaluation) -> list[str]:
    """Every error with its sentence, the place marked ⟦so⟧, by what it concerns and how it is wrong."""
    if not result.errors:
        return ["Không có chỗ nào khác với chú giải."]
    order = {subject: at for at, subject in enumerate(_SUBJECTS)}
    kinds = list(ErrorKind)
    errors = sorted(result.errors, key=lambda error: (order[error.subject], kinds.index(error.kind)))
    lines: list[str] = []
    for (subject, kind), group in groupby(errors, key=lambda error: (error.subject, error.kind)):
        found = list(group)
        lines += [f"{_SUBJECTS[subject]} · {KIND_WORDS[kind]} ({len(found)})"]
        for error in found:
            lines += _error(error, result.texts[error.name])
        lines.append("")
    return lines[:-1]


def metric_rows(result: Evaluation) -> Iterator[Sequence[Cell]]:
    """CSV rows of the measures (``METRIC_COLUMNS``)."""
    for name, score in result.metrics.items():
        yield (name, *(round(x, 6) for x in _shares(score)), score.right, score.found, score.gold)


def evaluation_object(result: Evaluation) -> JsonObject:
    """The document that ``evaluate --json`` prints."""
    return {
        "texts": list(result.names),
        "failed": [plain(str(failure)) for failure in result.failed],
        "metrics": {
            name: dict(zip(METRIC_COLUMNS[1:], (*_shares(score), score.right, score.found, score.gold), strict=True))
            for name, score in result.metrics.items()
        },
        "errors": [_error_object(error, result.texts[error.name]) for error in result.errors],
    }


def _shares(score: Score) -> tuple[float, float, float]:
    return score.precision, score.recall, score.f1


def _figures(score: Score) -> str:
    shares = [_number(share) for share in _shares(score)] if score.gold or score.found else ["–"] * 3
    counts = f"{score.right:>5}  {score.found:>6}  {score.gold:>5}"
    return f"{shares[0]:>9}  {shares[1]:>7}  {shares[2]:>5}  {counts}"


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def _bar(value: float) -> str:
    whole, part = divmod(round(value * _BAR * 8), 8)
    return ("█" * whole + (_EIGHTHS[part] if part else "")).ljust(_BAR)


def _error(error: EvaluationError, text: str) -> Iterator[str]:
    both = error.gold and error.found
    said = f"chuẩn: {error.gold} · máy: {error.found}" if both else error.gold or error.found
    yield from wrap(plain(said), first="  - ", rest="    ")
    if error.span is None or error.sentence is None:
        yield f"    ({plain(error.name)})"
        return
    yield from wrap(_marked(text, error.span, error.sentence), first="    “", rest="     ")
    yield f"    ({plain(error.name)}, ký tự {error.span.start}–{error.span.end})"


def _marked(text: str, span: Span, sentence: Span) -> str:
    """The sentence with the place marked; of a very long one only what lies near."""
    start = max(sentence.start, span.start - _LONGEST_CONTEXT)
    end = min(sentence.end, span.end + _LONGEST_CONTEXT)
    before, inside, behind = text[start : span.start], text[span.start : span.end], text[span.end : end]
    cut = ("…" if start > sentence.start else "", "…" if end < sentence.end else "")
    return f"{cut[0]}{plain(f'{before}⟦{inside}⟧{behind}')}{cut[1]}”"


def _error_object(error: EvaluationError, text: str) -> JsonObject:
    span, sentence = error.span, error.sentence
    return {
        "file": error.name,
        "subject": error.subject,
        "kind": error.kind.value,
        "gold": error.gold or None,
        "found": error.found or None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "sentence": sentence.of(text) if sentence else None,
        "sentence_start": sentence.start if sentence else None,
    }
