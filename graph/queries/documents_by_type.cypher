// topic: documents
// title: Số văn bản theo loại và cấp
// shows: Mỗi loại văn bản có bao nhiêu văn bản ở mỗi cấp, và trong đó có bao nhiêu đã có tệp.
MATCH (d:Document)
WHERE d.type IS NOT NULL AND d.level IS NOT NULL
RETURN d.type AS type, d.level AS level, count(*) AS documents
ORDER BY type, level
