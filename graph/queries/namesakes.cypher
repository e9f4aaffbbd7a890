// topic: places
// title: Địa danh trùng tên
// shows: Những đơn vị khác nhau có cùng tên: địa bàn cấp trên phân biệt chúng.
MATCH (p:Place), (o:Place)
WHERE p.name = o.name AND p.iri <> o.iri
RETURN DISTINCT p.name AS name, p.iri AS place, p.place AS within
ORDER BY name, place
