// topic: cascade
// title: Nghị quyết Trung ương chưa thấy văn bản thực hiện
// shows: Nghị quyết cấp Trung ương mà trong đồ thị không có văn bản nào cụ thể hóa, triển khai hay tiếp tục thực hiện.
MATCH (d:Document)
WHERE d.type = 'Nghị quyết' AND d.level = 'central' AND NOT d.open
  AND NOT EXISTS { MATCH (p:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(d) }
RETURN d.iri AS document, d.name AS name, d.date AS issued
ORDER BY issued, name
