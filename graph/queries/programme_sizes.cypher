// topic: programmes
// title: Số địa bàn của từng chương trình
// shows: Mỗi chương trình, dự án, phong trào có bao nhiêu địa bàn được nêu tên.
MATCH (p)-[:COVERS]->(q:Place)
RETURN p.iri AS programme, p.name AS name, count(DISTINCT q.iri) AS places
ORDER BY places DESC, programme
