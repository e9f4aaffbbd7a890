// topic: documents
// title: Văn bản ban hành trong một năm
// shows: Mọi văn bản biết năm ban hành, của năm đã cho.
// param year integer = 2023: năm
WITH 2023 AS year
MATCH (d:Document)
WHERE d.date IS NOT NULL AND CAST(left(d.date, 4) AS INT64) = year
RETURN d.iri AS document, d.name AS name, d.date AS issued, d.issuer AS issuer, d.held AS held
ORDER BY issued, document
