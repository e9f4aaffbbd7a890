"""What CI demands beyond passing: tests that need a system part (Neo4j, Chromium) run there, they never skip."""

import os
from collections.abc import Generator

import pytest

NEVER_SKIPPED = ("browser", "neo4j")
MARKED_BY_FIXTURE = {
    "browser": {"chromium", "browser_page"},
    "neo4j": {"neo4j_jars", "neo4j_server", "neo4j_server_with_password", "empty_neo4j"},
}


def on_ci() -> bool:
    """Whether this run is CI's (`CI=true`)."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def skip_here_fail_on_ci(reason: str) -> None:
    """Leave the test for want of a part of the machine; on CI that is a failure."""
    if on_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test by the fixtures that it asks for, so that no author can forget it."""
    for mark, fixtures in MARKED_BY_FIXTURE.items():
        if fixtures.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(mark)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip of such a test into a failure on CI, whoever skipped it and however."""
    report = yield
    if on_ci() and report.skipped and not hasattr(report, "wasxfail"):
        marks = [mark for mark in NEVER_SKIPPED if item.get_closest_marker(mark)]
        if marks:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
            report.outcome = "failed"
            report.longrepr = f"a test marked {', '.join(marks)} may not be skipped on CI: {reason}"
    return report
