// topic: citations
// title: Văn bản được nhắc đến nhiều nhất
// shows: Mỗi văn bản được bao nhiêu văn bản khác thực hiện, căn cứ, sơ kết, sửa đổi hoặc nhắc đến bằng quan hệ khác.
MATCH (a:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES|REVIEWS|LINKED_WITH|PURSUANT_TO|BASED_ON|INSPECTS|AMENDS|REPLACES|REPEALS|GUIDES]->(b:Document)
RETURN b.iri AS document, b.name AS name, b.held AS held, count(DISTINCT a.iri) AS documents
ORDER BY documents DESC, document
