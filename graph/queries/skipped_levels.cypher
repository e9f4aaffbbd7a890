// topic: cascade
// title: Cấp huyện, cấp xã thực hiện thẳng văn bản Trung ương
// shows: Văn bản cấp huyện hoặc cấp xã nói là thực hiện văn bản Trung ương mà không nhắc văn bản cấp tỉnh nào cùng thực hiện văn bản ấy.
MATCH (d:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(c:Document)
WHERE d.level IN ['district', 'commune'] AND c.level = 'central'
  AND NOT EXISTS {
    MATCH (d)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(p:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(c)
    WHERE p.level = 'province'
  }
RETURN DISTINCT d.iri AS document, d.name AS name, c.iri AS central, c.name AS centralName
ORDER BY document, central
