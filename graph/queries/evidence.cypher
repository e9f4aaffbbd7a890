// topic: evidence
// title: Câu văn làm chứng cứ cho một quan hệ
// shows: Những câu nói rằng văn bản thứ nhất thực hiện văn bản thứ hai: nguyên văn, tệp, vị trí, quy tắc đọc ra.
// param source = 109-KH/HU: số, ký hiệu của văn bản đi thực hiện
// param target = 139-CTr/TU: số, ký hiệu của văn bản được thực hiện
WITH '109-KH/HU' AS source, '139-CTr/TU' AS target
MATCH (a:Document)-[r:CONCRETIZES|IMPLEMENTS|CONTINUES]->(b:Document)
WHERE a.code = source AND b.code = target
MATCH (e:Evidence)
WHERE e.statement = r.id
RETURN r.relation AS relation, e.quote AS quote, e.file AS file, e.start AS start, e.`end` AS `end`, e.rule AS rule
ORDER BY relation, file, start
