-- The query API's store. Written once by graph.stores.sqlite_store, then only read.
-- Ids are positions in an order that follows from the content alone, so equal graphs give equal files: of entities in
-- graph.stores.cascade_order, of edges by their targets, then by their sources, else in the order of
-- graph.content.GraphContent.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE finding (
    id      INTEGER PRIMARY KEY,
    kind    TEXT    NOT NULL,
    message TEXT    NOT NULL
);

CREATE TABLE finding_entity (
    finding  INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entity   INTEGER NOT NULL,
    PRIMARY KEY (finding, position)
) WITHOUT ROWID;

CREATE TABLE finding_place (
    finding  INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source   INTEGER NOT NULL,
    start    INTEGER,
    "end"    INTEGER,
    quote    TEXT    NOT NULL,
    line     INTEGER,
    page     INTEGER,
    PRIMARY KEY (finding, position)
) WITHOUT ROWID;

-- Other IRIs under which readers may know an entity; one may mean several.
CREATE TABLE alias (
    iri    TEXT    NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (iri, entity)
) WITHOUT ROWID;

-- What people decided and what became of it, in the order of the ledger.
CREATE TABLE decision (
    position INTEGER PRIMARY KEY,
    number   INTEGER NOT NULL,
    checksum TEXT    NOT NULL,
    what     TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    by       TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    why      TEXT,
    state    TEXT    NOT NULL,
    reason   TEXT
);

CREATE TABLE decision_entity (
    decision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entity   INTEGER NOT NULL,
    PRIMARY KEY (decision, position)
) WITHOUT ROWID;

CREATE TABLE decision_statement (
    decision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key      TEXT    NOT NULL,  -- of the edge
    PRIMARY KEY (decision, position)
) WITHOUT ROWID;

-- How entities were called that people made one with others.
CREATE TABLE former_name (
    iri      TEXT    NOT NULL PRIMARY KEY,
    entity   INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    code     TEXT,
    date     TEXT,
    folded   TEXT    NOT NULL,  -- graph.search.folded_name
    code_key TEXT               -- graph.search.code_key
) WITHOUT ROWID;

CREATE TABLE entity (
    id         INTEGER PRIMARY KEY,
    iri        TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    code       TEXT,
    type       TEXT,
    date       TEXT,
    level      TEXT,
    issuer     TEXT,
    issuer_iri TEXT,
    title      TEXT,
    file       TEXT,
    held       INTEGER NOT NULL,
    place      TEXT,
    open       INTEGER NOT NULL,
    mentions   INTEGER NOT NULL,  -- how often the sources name it
    folded     TEXT    NOT NULL,  -- graph.search.folded_name
    code_key   TEXT,              -- graph.search.code_key
    stage      TEXT,
    joint      TEXT               -- IRIs of further issuers, as JSON; NULL without any
);

-- Filled by indexes.sql from the documents.
CREATE TABLE issuing (
    issuer_iri TEXT PRIMARY KEY,
    issuer     TEXT,
    held       INTEGER NOT NULL   -- how many of its documents are held
) WITHOUT ROWID;

CREATE TABLE candidate (
    entity    INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE TABLE candidate_reason (
    citation  INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    feature   TEXT    NOT NULL,
    bearing   TEXT    NOT NULL,
    said      TEXT,
    known     TEXT,
    PRIMARY KEY (citation, candidate, position)
) WITHOUT ROWID;

-- Pairs that may be one thing, for people to decide.
CREATE TABLE proposal (
    one    INTEGER NOT NULL,
    other  INTEGER NOT NULL,
    score  REAL    NOT NULL,
    reason TEXT    NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE TABLE edge (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL,
    source     INTEGER NOT NULL,
    target     INTEGER NOT NULL,
    relation   TEXT    NOT NULL,
    confidence REAL    NOT NULL,
    open       INTEGER NOT NULL,
    modality   TEXT    NOT NULL,
    role       TEXT
);

CREATE TABLE evidence (
    edge       INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    source     INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    quote      TEXT    NOT NULL,
    rule       TEXT    NOT NULL,
    confidence REAL    NOT NULL,
    page       INTEGER,
    PRIMARY KEY (edge, position)
) WITHOUT ROWID;

CREATE TABLE indicator (
    id               INTEGER PRIMARY KEY,
    key              TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    amount           TEXT    NOT NULL,  -- JSON, extract.record_indicators
    value            REAL    NOT NULL,  -- in base units, for comparing
    change           TEXT    NOT NULL,
    bound            TEXT    NOT NULL,
    aim              TEXT    NOT NULL,
    origin           TEXT,
    basis            TEXT,
    place            INTEGER,
    place_inherited  INTEGER NOT NULL,
    period           TEXT,
    period_start     TEXT,
    period_end       TEXT,
    period_inherited INTEGER NOT NULL,
    programme        INTEGER,
    document         INTEGER NOT NULL,
    source           INTEGER NOT NULL,
    start            INTEGER NOT NULL,
    "end"            INTEGER NOT NULL,
    quote            TEXT    NOT NULL,
    rule             TEXT    NOT NULL,
    confidence       REAL    NOT NULL,
    page             INTEGER
);

CREATE TABLE part_of (
    part  INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    PRIMARY KEY (part, whole)
) WITHOUT ROWID;

CREATE TABLE source (
    id         INTEGER PRIMARY KEY,
    file       TEXT    NOT NULL,
    sha256     TEXT    NOT NULL,
    encoding   TEXT    NOT NULL,
    letterhead TEXT    NOT NULL,  -- JSON, extract.record
    document   INTEGER NOT NULL
);

-- Apart from "source", so that listing the sources does not read their texts.
CREATE TABLE source_text (
    source INTEGER PRIMARY KEY,
    text   TEXT NOT NULL
);

CREATE TABLE mention (
    source   INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    label    TEXT    NOT NULL,
    entity   INTEGER,
    name     TEXT,               -- only where it is not the entity's
    open     INTEGER NOT NULL,
    rule     TEXT,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;

-- rowid = rank: the entities that the sources name most often come first, so a search can stop at its limit.
CREATE TABLE ranked (
    rank   INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL
);

-- The words of names and codes, and all words; graph.search has split and folded them, so that each is one token.
-- Only which entity has a word is kept; beginnings of up to three letters have lists of their own.
CREATE VIRTUAL TABLE names USING fts5 (
    text, content = '', columnsize = 0, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', columnsize = 0, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
