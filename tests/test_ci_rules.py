"""On CI a test that needs the browser or Neo4j may not be skipped; elsewhere it may."""

import pytest

CASES = """
import pytest

@pytest.fixture
def neo4j_server():
    pytest.skip("no jars")

@pytest.mark.browser
def test_skips_itself():
    pytest.skip("no browser")

@pytest.mark.neo4j
@pytest.mark.skipif(True, reason="never")
def test_is_skipped_by_a_mark():
    pass

def test_is_marked_by_its_fixture(neo4j_server):
    pass

@pytest.mark.browser
@pytest.mark.xfail(strict=True)
def test_is_known_to_fail():
    assert False

def test_needs_nothing():
    pytest.skip("as it likes")
"""


@pytest.mark.parametrize(
    ("ci", "outcomes"),
    [
        ("true", {"failed": 1, "errors": 2, "skipped": 1, "xfailed": 1}),
        ("", {"skipped": 4, "xfailed": 1}),
        ("false", {"skipped": 4, "xfailed": 1}),
    ],
)
def test_skips_become_failures_on_ci(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcomes: dict[str, int]
) -> None:
    monkeypatch.setenv("CI", ci)
    pytester.makeini("[pytest]\nmarkers =\n    browser: b\n    neo4j: n\n")
    pytester.makepyfile(CASES)
    result = pytester.runpytest_inprocess("-p", "ci_rules")
    result.assert_outcomes(**outcomes)
