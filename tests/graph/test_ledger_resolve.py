"""What a decision on a citation makes of a graph."""

from dataclasses import replace

import pytest
from hand_made import Source
from ledger_cases import (
    BASE,
    decided,
    edge,
    entity,
    resolve,
    without_decisions,
)
from ledger_texts import (
    NEW,
    OLD,
    kinds,
    mark,
    resolutions,
    states,
    vague,
)

from graph.decision_values import DecisionState as State
from graph.findings import FindingKind
from graph.identity import build_content
from ontology.dates import PartialDate
from ontology.extraction import Extraction
from ontology.statements import Relation

# -- resolve ----------------------------------------------------------------------------------------------------------


def test_a_citation_that_a_person_resolved_means_that_document() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    open_iri, is_open, _ = mark(before, "b.txt", 1)
    assert is_open
    after = decided(files, resolve(before, files[1], 1, NEW))
    assert mark(after, "b.txt", 1) == (NEW, False, "decided")
    assert mark(after, "b.txt", 3)[1], "the other citation is still open"
    assert states(after) == [State.APPLIED]
    assert kinds(after) == []
    stated = edge(after, "7-KH/HU", Relation.IMPLEMENTS, "18-NQ/TW")
    assert (stated.target, stated.open, stated.confidence) == (BASE + NEW, False, 0.9)
    both = decided(files, resolve(before, files[1], 1, NEW), resolve(before, files[1], 3, NEW))
    assert (BASE + open_iri, BASE + NEW) in both.aliases
    assert not any(each.open for each in both.entities)


def test_it_is_evidence_for_nothing_else() -> None:
    # Only this citation, whose date is a slip, would make a third resolution known.
    slip = Source("c.txt")
    slip.says(
        slip.doc("9-KH/HU", "2023-01-09"), Relation.IMPLEMENTS, slip.doc("18-NQ/TW", "2022-06-17", kind="Nghị quyết")
    )
    files = [resolutions().extraction(), slip.extraction()]
    before = build_content(files)
    wrong = "document/trung-uong-dang/18-nq-tw/2022-06-17"
    assert entity(before, wrong)
    after = decided(files, resolve(before, files[1], 1, NEW))
    assert BASE + wrong not in {each.iri for each in after.entities}
    assert entity(after, NEW) == entity(before, NEW)
    assert (BASE + wrong, BASE + NEW) in after.aliases
    assert states(after) == [State.APPLIED], "the person saw the date and decided all the same"


def test_a_document_that_only_the_citation_itself_makes_known() -> None:
    files = [resolutions().extraction()]
    before = build_content(files)
    after = decided(files, resolve(before, files[0], 1, NEW))
    assert mark(after, "a.txt", 1) == (NEW, False, "decided")
    assert states(after) == [State.APPLIED]


def test_a_document_that_is_not_there_any_more_leaves_the_citation_to_the_rules() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    after = decided([files[1]], act)
    assert states(after) == [State.NOT_APPLIED]
    assert kinds(after) == [FindingKind.DECISION_NOT_APPLIED]
    assert without_decisions(after) == build_content([files[1]])
    assert "Nghị quyết 18-NQ/TW" in after.findings[-1].message


def test_the_later_of_two_resolutions_holds() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    after = decided(files, resolve(before, files[1], 1, OLD), resolve(before, files[1], 1, NEW))
    assert mark(after, "b.txt", 1)[0] == NEW
    assert states(after) == [State.CONTRADICTED, State.APPLIED]
    assert kinds(after) == [FindingKind.DECISIONS_CONTRADICT]
    agreeing = decided(files, resolve(before, files[1], 1, NEW), resolve(before, files[1], 1, NEW))
    assert states(agreeing) == [State.APPLIED, State.APPLIED]


@pytest.mark.parametrize("change", ["other span", "text before", "only the file's name is the same"])
def test_a_citation_is_found_again(change: str) -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    changed = files[1]
    if change == "other span":
        cited = changed.mentions[1]
        span = replace(cited.span, start=cited.span.start + 5)
        mentions = (changed.mentions[0], replace(cited, span=span, text=span.of(changed.text)), *changed.mentions[2:])
        changed = replace(changed, mentions=mentions)
    else:
        changed = _shifted(changed, "Một dòng nữa ở đầu.\n")
        if change != "text before":
            changed = replace(changed, sha256="f" * 64, statements=tuple(
                replace(s, evidence=replace(s.evidence, source="f" * 64)) for s in changed.statements))  # fmt: skip
    after = decided([files[0], changed], act)
    assert mark(after, "b.txt", 1) == (NEW, False, "decided")
    assert states(after) == [State.APPLIED]


def _shifted(extraction: Extraction, before: str) -> Extraction:
    """The same words behind some more."""
    more = len(before)
    return replace(
        extraction,
        text=before + extraction.text,
        mentions=tuple(
            replace(m, span=replace(m.span, start=m.span.start + more, end=m.span.end + more))
            for m in extraction.mentions
        ),
        statements=tuple(
            replace(s, evidence=replace(s.evidence, span=replace(s.evidence.span, start=s.evidence.span.start + more,
                                                                 end=s.evidence.span.end + more)))
            for s in extraction.statements
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [("gone", "đồ thị không còn tệp b.txt"), ("no mention", "nay không đọc được một viện dẫn"),
     ("other text", "không còn tìm thấy chắc chắn")],
)  # fmt: skip
def test_a_citation_that_is_not_found_for_certain_is_reported(change: str, reason: str) -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    changed = files[1]
    if change == "gone":
        kept = [files[0]]
    elif change == "no mention":
        kept = [files[0], replace(changed, mentions=changed.mentions[:1], statements=())]
    else:
        other = Source("b.txt")
        other.doc("77-KH/HU", "2023-01-07")
        kept = [files[0], other.extraction()]
    after = decided(kept, act)
    assert states(after) == [State.NOT_APPLIED]
    assert reason in after.findings[-1].message
    assert without_decisions(after) == build_content(kept)


def test_a_date_that_the_citation_has_only_now_is_reported_and_the_decision_holds() -> None:
    files = [resolutions().extraction(), vague().extraction()]
    before = build_content(files)
    act = resolve(before, files[1], 1, NEW)
    cited = files[1].mentions[1]
    dated = replace(cited, detail=replace(cited.detail, date=PartialDate(2017, 10, 25)))  # type: ignore[type-var]
    changed = replace(files[1], mentions=(files[1].mentions[0], dated, *files[1].mentions[2:]))
    after = decided([files[0], changed], act)
    assert mark(after, "b.txt", 1)[0] == NEW
    assert states(after) == [State.AGAINST_EVIDENCE]
    (finding,) = [f for f in after.findings if f.kind is FindingKind.DECISION_AGAINST_EVIDENCE]
    assert "25/10/2017" in finding.message
    assert "16/6/2022" in finding.message
    assert [place.file for place in finding.places] == ["b.txt", "a.txt"]
    for place in finding.places:
        text = next(source.text for source in after.sources if source.file == place.file)
        assert place.span is not None
        assert place.span.of(text) == place.quote
