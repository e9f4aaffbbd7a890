// topic: evidence
// title: Mỗi quy tắc đọc ra bao nhiêu câu
// shows: Quy tắc đọc nào cho bao nhiêu chứng cứ của điều được khẳng định.
MATCH (e:Evidence)
RETURN e.rule AS rule, count(*) AS evidences
ORDER BY evidences DESC, rule
