// topic: citations
// title: Viện dẫn còn để ngỏ
// shows: Mỗi viện dẫn có thể là nhiều văn bản, kèm từng văn bản mà nó có thể chỉ tới.
MATCH (d:Document)-[:CANDIDATE]->(c:Document)
WHERE d.open
RETURN d.iri AS citation, d.name AS name, c.iri AS candidate, c.name AS candidateName, c.date AS issued
ORDER BY name, issued
