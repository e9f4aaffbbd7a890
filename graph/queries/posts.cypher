// topic: organizations
// title: Ai giữ chức vụ gì, ở đâu
// shows: Người, chức vụ và tổ chức.
MATCH (p:Person)-[r:HOLDS_POST]->(o:Organization)
RETURN p.name AS person, r.role AS role, o.name AS organization
ORDER BY person, role, organization
