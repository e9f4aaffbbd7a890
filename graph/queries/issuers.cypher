// topic: organizations
// title: Cơ quan ban hành nhiều văn bản nhất
// shows: Mỗi cơ quan ban hành bao nhiêu văn bản có trong đồ thị, kể cả văn bản chỉ được dẫn.
MATCH (d:Document)-[:ISSUED_BY]->(o:Organization)
RETURN o.iri AS organization, o.name AS name, count(DISTINCT d.iri) AS documents
ORDER BY documents DESC, organization
