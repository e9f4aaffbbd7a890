-- Made after the rows are in: one sort is faster than as many insertions.

CREATE UNIQUE INDEX entity_iri ON entity (iri);
CREATE INDEX entity_folded ON entity (folded);
CREATE INDEX entity_code ON entity (code_key) WHERE code_key IS NOT NULL;
CREATE INDEX candidate_iri ON candidate (iri);
CREATE UNIQUE INDEX edge_key ON edge (key);
CREATE INDEX edge_source ON edge (source, relation);
CREATE INDEX edge_target ON edge (target, relation);
CREATE INDEX edge_relation ON edge (relation);
CREATE INDEX part_of_whole ON part_of (whole);
CREATE UNIQUE INDEX source_file ON source (file);
CREATE INDEX source_document ON source (document);
