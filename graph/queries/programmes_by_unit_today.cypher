// topic: programmes
// title: Chương trình theo đơn vị hành chính hôm nay
// shows: Số phát biểu về mỗi chương trình ở mỗi đơn vị hôm nay; “shared” là số phát biểu về nơi đã chia cho nhiều đơn vị.
// param level = province: cấp đơn vị, province (tỉnh, thành phố) hoặc commune (xã, phường, đặc khu)
// A place leads to today's units through its successors and through what lies around it. A statement whose place leads
// to several units of the level stands with each of them and is counted in "shared" there.
WITH 'province' AS level
MATCH (p)-[r:COVERS]->(q:Place)-[:SUCCEEDED_BY|PART_OF*0..5]->(u:Place)
WHERE u.level = level AND u.known AND u.valid_to IS NULL
WITH p, r.id AS statement, collect(DISTINCT u.iri) AS units
UNWIND units AS one
MATCH (u:Place) WHERE u.iri = one
WITH p, u, count(DISTINCT statement) AS statements,
  count(DISTINCT CASE WHEN size(units) > 1 THEN statement END) AS shared
RETURN p.name AS programme, u.name AS unit, u.place AS within, statements, shared
ORDER BY programme, unit, within
