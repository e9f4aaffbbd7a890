// topic: programmes
// title: Chương trình của một địa bàn
// shows: Địa bàn đã cho có trong những chương trình, dự án, phong trào nào, kèm câu văn.
// param place = xã Tân Bình: tên địa bàn, có cả loại đơn vị
WITH 'xã Tân Bình' AS place
MATCH (p)-[r:COVERS]->(q:Place)
WHERE q.name = place
MATCH (e:Evidence)
WHERE e.statement = r.id
RETURN p.name AS programme, q.place AS within, e.file AS file, e.quote AS quote
ORDER BY programme, within, file
