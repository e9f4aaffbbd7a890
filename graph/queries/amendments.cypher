// topic: citations
// title: Văn bản nào sửa đổi, thay thế, bãi bỏ văn bản nào
// shows: Mọi cặp văn bản có quan hệ sửa đổi, bổ sung, thay thế hoặc bãi bỏ.
MATCH (a:Document)-[r:AMENDS|REPLACES|REPEALS]->(b:Document)
RETURN a.iri AS source, a.name AS sourceName, r.relation AS relation, b.iri AS target, b.name AS targetName
ORDER BY source, relation, target
