"""What identity adds reaches every store: stages beneath programmes, joint issuers, open citations."""

from pathlib import Path

import pytest
from hand_made import PHUNG_HIEP, Source
from identity_cases import LONG_MY
from store_readers import READERS, shown_to_queries, view_of

from graph.content import GraphContent
from graph.identity import build_content
from graph.stores import property_rows, rdf_triples
from ontology.extraction import Letterhead
from ontology.levels import Level
from ontology.statements import Relation

JOINT = Letterhead(type="Kế hoạch", code="5-KHPH/HND-HPN", organ="Hội Nông dân tỉnh Hậu Giang",
                   joint=("Hội Liên hiệp Phụ nữ tỉnh Hậu Giang",), level=Level.PROVINCE,
                   place="tỉnh Hậu Giang", province="tỉnh Hậu Giang")  # fmt: skip


@pytest.fixture(scope="module")
def content() -> GraphContent:
    dated, reader = Source("dated.txt", LONG_MY), Source("x.txt", PHUNG_HIEP)
    for day in ("2017-10-25", "2022-06-16"):
        dated.doc("18-NQ/TW", day, kind="Nghị quyết")
    reader.doc("18-NQ/TW", kind="Nghị quyết")
    reader.says(reader.prog("nông thôn mới giai đoạn 2021 - 2025"), Relation.COVERS, reader.loc("Tân Bình", "xã"))
    reader.prog("NTM kiểu mẫu")
    made = build_content(source.extraction() for source in (dated, reader, Source("joint.txt", JOINT)))
    assert any(entity.open for entity in made.entities)
    return made


@pytest.mark.parametrize("store", READERS)
def test_every_store_holds_it(store: str, content: GraphContent, tmp_path: Path) -> None:
    shown = view_of(content) if store == "sqlite" else shown_to_queries(content)
    assert READERS[store](content, tmp_path / "store") == shown


def test_stages_and_joint_issuers_are_written(content: GraphContent) -> None:
    triples = "".join(rdf_triples.triples(content))
    (stage,) = (entity for entity in content.entities if entity.stage)
    assert f'<{stage.iri}> <https://w3id.org/cuthehoa/ns#stage> "2021-2025" .' in triples
    (held,) = (entity for entity in content.entities if entity.joint_issuers)
    assert triples.count(f"<{held.iri}> <https://w3id.org/cuthehoa/ns#issuer> ") == 2
    assert {row["stage"] for row in property_rows.node_rows(content)["Programme"]} == {None, "2021-2025"}
    issued = [group for group in property_rows.relationship_rows(content) if group.type == "ISSUED_BY"]
    assert sum(row["from"] == held.iri for group in issued for row in group.rows) == 2
