// topic: citations
// title: Văn bản dựa vào văn bản đã bị thay thế hoặc bãi bỏ
// shows: Văn bản căn cứ hoặc thực hiện một văn bản mà văn bản khác nói là đã thay thế hoặc bãi bỏ; ngày cho biết trước hay sau.
MATCH (d:Document)-[:BASED_ON|PURSUANT_TO|CONCRETIZES|IMPLEMENTS|CONTINUES]->(o:Document)
MATCH (n:Document)-[:REPLACES|REPEALS]->(o)
WHERE d.iri <> n.iri
RETURN DISTINCT d.iri AS document, d.name AS name, d.date AS issued, o.iri AS outdated, o.name AS outdatedName,
  n.iri AS newer, n.name AS newerName, n.date AS newerIssued
ORDER BY document, outdated, newer
