// topic: cascade
// title: Nghị quyết Trung ương mà một cơ quan chưa có văn bản thực hiện
// shows: Nghị quyết cấp Trung ương mà không văn bản nào của cơ quan đã cho thực hiện, kể cả viện dẫn còn để ngỏ; chỉ khi đồ thị có văn bản của cơ quan đó.
// param issuer = Huyện ủy Phụng Hiệp: tên cơ quan ban hành
WITH 'Huyện ủy Phụng Hiệp' AS issuer
MATCH (k:Document)
WHERE k.issuer = issuer AND k.held
WITH DISTINCT issuer
MATCH (d:Document)
WHERE d.type = 'Nghị quyết' AND d.level = 'central' AND NOT d.open
  AND NOT EXISTS { MATCH (p:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(d) WHERE p.issuer = issuer }
  AND NOT EXISTS {
    MATCH (q:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(o:Document)-[:CANDIDATE]->(d) WHERE q.issuer = issuer
  }
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued
ORDER BY issued, name
