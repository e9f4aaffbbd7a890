// topic: programmes
// title: Địa bàn của từng chương trình
// shows: Chương trình, dự án, phong trào và những nơi thực hiện, kèm đơn vị cấp trên của mỗi nơi.
MATCH (p)-[:COVERS]->(q:Place)
RETURN p.name AS programme, q.name AS place, q.place AS within
ORDER BY programme, place, within
