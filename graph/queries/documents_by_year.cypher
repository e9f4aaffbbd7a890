// topic: documents
// title: Số văn bản theo cơ quan ban hành và năm
// shows: Mỗi cơ quan ban hành bao nhiêu văn bản trong mỗi năm, chỉ tính văn bản biết năm.
MATCH (d:Document)
WHERE d.date IS NOT NULL AND d.issuer IS NOT NULL
RETURN d.issuer AS issuer, left(d.date, 4) AS year, count(*) AS documents
ORDER BY issuer, year
