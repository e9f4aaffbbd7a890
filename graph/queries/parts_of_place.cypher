// topic: places
// title: Đơn vị thuộc một địa bàn
// shows: Mọi đơn vị nằm trong địa bàn đã cho, trực tiếp hay qua cấp giữa, có trong đồ thị.
// param place = huyện Phụng Hiệp: tên địa bàn, có cả loại đơn vị
WITH 'huyện Phụng Hiệp' AS place
MATCH (part:Place)-[:PART_OF*1..5]->(whole:Place)
WHERE whole.name = place
RETURN DISTINCT part.iri AS part, part.name AS name, part.place AS within
ORDER BY part
