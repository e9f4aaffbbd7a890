// topic: citations
// title: Chuỗi thay thế, sửa đổi của một văn bản
// shows: Văn bản đã cho thay thế, sửa đổi hay bãi bỏ những văn bản nào, trực tiếp hay qua văn bản khác.
// param code = 14/2022/NQ-HĐND: số, ký hiệu của văn bản
WITH '14/2022/NQ-HĐND' AS code
MATCH (start:Document)
WHERE start.code = code
MATCH (start)-[:REPLACES|AMENDS|REPEALS*1..6]->(d:Document)
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued
ORDER BY document
