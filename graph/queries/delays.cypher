// topic: cascade
// title: Bao lâu sau thì có văn bản thực hiện
// shows: Số ngày từ văn bản cấp trên đến văn bản trực tiếp thực hiện nó; chỉ khi biết đủ ngày của cả hai và không ngược thời gian.
MATCH (a:Document)-[:CONCRETIZES|IMPLEMENTS|CONTINUES]->(b:Document)
WHERE size(a.date) = 10 AND size(b.date) = 10 AND a.date >= b.date
RETURN DISTINCT a.iri AS document, a.name AS name, b.iri AS carriedOut, b.name AS carriedOutName,
  date(a.date) - date(b.date) AS days
ORDER BY days DESC, document, carriedOut
