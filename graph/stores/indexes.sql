-- Made after the rows are in: one sort is faster than as many insertions.

CREATE UNIQUE INDEX entity_iri ON entity (iri);
-- With the rank, so that a search for a code that thousands of documents have stops at its limit.
CREATE INDEX entity_folded ON entity (folded, mentions DESC, id);
CREATE INDEX entity_code ON entity (code_key, mentions DESC, id) WHERE code_key IS NOT NULL;
-- Thousands of documents may share a code: which of them a date means is found without reading the others.
CREATE INDEX entity_spelling ON entity (code_key, date, code, open) WHERE code_key IS NOT NULL;
CREATE INDEX candidate_of ON candidate (candidate);
CREATE UNIQUE INDEX edge_key ON edge (key);
CREATE INDEX edge_source ON edge (source, relation);
CREATE INDEX edge_target ON edge (target, relation);
CREATE INDEX edge_relation ON edge (relation);
CREATE INDEX entity_kind ON entity (kind);
CREATE INDEX indicator_place ON indicator (place) WHERE place IS NOT NULL;
CREATE INDEX indicator_programme ON indicator (programme) WHERE programme IS NOT NULL;
-- Who names a document: only documents are asked for so.
CREATE INDEX mention_document ON mention (entity, source, position) WHERE label = 'DOC';
CREATE INDEX part_of_whole ON part_of (whole);
CREATE UNIQUE INDEX source_file ON source (file);
CREATE INDEX source_document ON source (document);
CREATE INDEX decision_of_entity ON decision_entity (entity);
CREATE INDEX decision_of_statement ON decision_statement (key);
CREATE INDEX former_name_folded ON former_name (folded);
CREATE INDEX former_name_code ON former_name (code_key) WHERE code_key IS NOT NULL;
-- For questions that look over all documents of a level.
CREATE INDEX entity_level ON entity (level, date) WHERE kind = 'Document';

-- What the bodies have issued, counted once: questions about all units would else read all documents.
INSERT INTO issuing
SELECT issuer_iri, min(issuer), sum(held) FROM entity WHERE kind = 'Document' AND issuer_iri IS NOT NULL GROUP BY issuer_iri;
