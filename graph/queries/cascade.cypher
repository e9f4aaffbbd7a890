// topic: cascade
// title: Chuỗi văn bản thực hiện một văn bản
// shows: Mọi văn bản cụ thể hóa, triển khai hoặc tiếp tục thực hiện văn bản đã cho, trực tiếp hay qua văn bản khác.
// param code = 18-NQ/TW: số, ký hiệu của văn bản
// param date date = 2022-06-16: ngày ban hành (năm-tháng-ngày)
WITH '18-NQ/TW' AS code, '2022-06-16' AS date
MATCH (root:Document)
WHERE root.code = code AND root.date = date
MATCH (d:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(root)
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued, d.issuer AS issuer
ORDER BY issued, name
