// topic: citations
// title: Văn bản được dẫn mà chưa có tệp
// shows: Văn bản mới biết qua văn bản khác, xếp theo số văn bản nhắc đến nó: nên tìm những tệp đầu danh sách trước.
MATCH (a:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES|REVIEWS|LINKED_WITH|PURSUANT_TO|BASED_ON|INSPECTS|AMENDS|REPLACES|REPEALS|GUIDES]->(b:Document)
WHERE NOT b.held AND NOT b.open
RETURN b.iri AS document, b.name AS name, b.issuer AS issuer, count(DISTINCT a.iri) AS documents
ORDER BY documents DESC, document
