// topic: cascade
// title: Hai văn bản cùng thực hiện những văn bản nào
// shows: Những văn bản mà cả hai văn bản đã cho đều thực hiện, trực tiếp hay qua văn bản khác.
// param first = 109-KH/HU: số, ký hiệu của một văn bản
// param second = 139-CTr/TU: số, ký hiệu của văn bản kia
WITH '109-KH/HU' AS first, '139-CTr/TU' AS second
MATCH (a:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(d:Document)
WHERE a.code = first AND d.iri <> a.iri
MATCH (b:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(d)
WHERE b.code = second AND d.iri <> b.iri
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued
ORDER BY issued, name
