"""The server that the Neo4j tests stand on is a real one."""

import neo4j
import pytest
from neo4j.exceptions import AuthError
from neo4j_server import Neo4jJars, Neo4jServer, running_server


def test_the_server_is_neo4j_community_5_26(neo4j_server: Neo4jServer) -> None:
    with neo4j_server.driver() as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
        kernel = driver.execute_query("CALL dbms.components() YIELD name, versions, edition").records[0]
    assert kernel["versions"][0].startswith("5.26.")
    assert kernel["edition"] == "community"


def test_an_empty_server_has_nothing_of_ours(empty_neo4j: Neo4jServer) -> None:
    with empty_neo4j.driver() as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0
        assert driver.execute_query("SHOW CONSTRAINTS").records == []


def test_the_right_password_is_let_in(neo4j_server_with_password: Neo4jServer) -> None:
    with neo4j_server_with_password.driver() as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


@pytest.mark.parametrize("auth", [("neo4j", "wrong"), ("nobody", "only-for-these-tests"), None])
def test_anyone_else_is_refused(neo4j_server_with_password: Neo4jServer, auth: tuple[str, str] | None) -> None:
    with (
        neo4j.GraphDatabase.driver(neo4j_server_with_password.uri, auth=auth) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_the_import_tool_fills_a_database_that_a_server_then_serves(neo4j_jars: Neo4jJars, tmp_path) -> None:
    nodes = tmp_path / "nodes.csv"
    nodes.write_text("iri:ID,name,:LABEL\na,Nghị quyết,Document\nb,Kế hoạch,Document\n", encoding="utf-8")
    edges = tmp_path / "edges.csv"
    edges.write_text(":START_ID,:END_ID,:TYPE\nb,a,IMPLEMENTS\n", encoding="utf-8")
    home = tmp_path / "home"
    neo4j_jars.admin(
        home,
        *("database", "import", "full", "neo4j", "--overwrite-destination"),
        *(f"--nodes={nodes}", f"--relationships={edges}"),
    )
    with running_server(neo4j_jars, home) as server, server.driver() as driver:
        found = driver.execute_query("MATCH (x)-[:IMPLEMENTS]->(y) RETURN x.name AS x, y.name AS y").records
    assert [tuple(record) for record in found] == [("Kế hoạch", "Nghị quyết")]
