// topic: documents
// title: Văn bản của một cơ quan
// shows: Mọi văn bản do cơ quan đã cho ban hành, theo ngày.
// param issuer = Huyện ủy Phụng Hiệp: tên cơ quan ban hành
WITH 'Huyện ủy Phụng Hiệp' AS issuer
MATCH (d:Document)
WHERE d.issuer = issuer
RETURN d.iri AS document, d.name AS name, d.date AS issued, d.title AS title, d.held AS held
ORDER BY issued, document
