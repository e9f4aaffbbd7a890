// topic: documents
// title: Văn bản chưa biết ngày
// shows: Văn bản không rõ ngày ban hành đầy đủ: mới biết năm, tháng, hoặc chưa biết gì.
MATCH (d:Document)
WHERE d.date IS NULL OR size(d.date) < 10
RETURN d.iri AS document, d.name AS name, d.date AS issued
ORDER BY document
