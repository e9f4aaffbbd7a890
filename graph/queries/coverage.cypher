// topic: cascade
// title: Cơ quan nào đã có văn bản thực hiện nghị quyết nào
// shows: Mỗi văn bản Trung ương, những cơ quan cấp dưới đã ban hành văn bản thực hiện nó, trực tiếp hay qua văn bản khác.
MATCH (d:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(c:Document)
WHERE c.level = 'central' AND d.level <> 'central' AND d.issuer IS NOT NULL
RETURN DISTINCT c.iri AS central, c.name AS centralName, d.issuer AS issuer, d.iri AS document, d.name AS name
ORDER BY central, issuer, document
