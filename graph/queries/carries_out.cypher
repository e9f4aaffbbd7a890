// topic: cascade
// title: Văn bản nào trực tiếp thực hiện văn bản nào
// shows: Mọi cặp văn bản có quan hệ cụ thể hóa, triển khai hoặc tiếp tục thực hiện.
MATCH (a:Document)-[r:CONCRETIZES|IMPLEMENTS|CONTINUES]->(b:Document)
RETURN a.iri AS source, a.name AS sourceName, r.relation AS relation, b.iri AS target, b.name AS targetName
ORDER BY source, relation, target
