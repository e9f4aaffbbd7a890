"""docs/identity.md says what the tables say."""

from pathlib import Path

from graph.identity.rules import resolution_rules


def test_the_page_lists_every_rule_with_its_weight(project_root: Path) -> None:
    page = (project_root / "docs" / "identity.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{row.name}` | {row.weight} | {row.meaning} |" for row in resolution_rules().values()]
