// topic: cascade
// title: Văn bản mà một văn bản thực hiện
// shows: Mọi văn bản cấp trên mà văn bản đã cho cụ thể hóa, triển khai hoặc tiếp tục thực hiện, trực tiếp hay qua văn bản khác.
// param code = 109-KH/HU: số, ký hiệu của văn bản
// param date date = 2023-02-02: ngày ban hành (năm-tháng-ngày)
WITH '109-KH/HU' AS code, '2023-02-02' AS date
MATCH (start:Document)
WHERE start.code = code AND start.date = date
MATCH (start)-[:CONCRETIZES|IMPLEMENTS|CONTINUES*1..6]->(d:Document)
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued, d.issuer AS issuer
ORDER BY issued, name
