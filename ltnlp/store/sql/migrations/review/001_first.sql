CREATE TABLE document (
    id VARCHAR PRIMARY KEY, slot VARCHAR, kind VARCHAR, author_kind VARCHAR,
    made_on DATE, contemporaneous BOOLEAN, words INTEGER, body VARCHAR
);
CREATE TABLE passage (
    id VARCHAR, document VARCHAR, ordinal INTEGER, kind VARCHAR,
    speaker VARCHAR, speaker_kind VARCHAR, text VARCHAR, body VARCHAR
);
CREATE TABLE actor (passage VARCHAR, pseudonym VARCHAR, label VARCHAR, kind VARCHAR, body VARCHAR);
CREATE TABLE told_date (
    passage VARCHAR, told VARCHAR, type VARCHAR, edtf VARCHAR,
    earliest DATE, latest DATE, rule VARCHAR, needs_review BOOLEAN, body VARCHAR
);
CREATE TABLE organisation (passage VARCHAR, kind VARCHAR, by_role BOOLEAN, body VARCHAR);
CREATE TABLE identifier (
    document VARCHAR, label VARCHAR, entity VARCHAR, pseudonym VARCHAR,
    start_at INTEGER, end_at INTEGER, needs_review BOOLEAN, score DOUBLE, found_by VARCHAR
);
CREATE TABLE event (
    id VARCHAR, place INTEGER, edtf VARCHAR, earliest DATE, latest DATE, what VARCHAR,
    type VARCHAR, realised VARCHAR, status VARCHAR, organisations VARCHAR[],
    accounts INTEGER, conflicts INTEGER, outside_period BOOLEAN
);
CREATE TABLE account (
    id VARCHAR, event VARCHAR, document VARCHAR, passage VARCHAR, teller_kind VARCHAR,
    contemporaneous BOOLEAN, realised VARCHAR, earliest DATE, latest DATE, wording VARCHAR
);
CREATE TABLE moment (event VARCHAR, rank INTEGER, score DOUBLE, reasons VARCHAR[], status VARCHAR);
CREATE TABLE knowledge (
    actor VARCHAR, organisation_kind VARCHAR, event VARCHAR, known_from DATE, how VARCHAR
);
CREATE TABLE interaction (
    id VARCHAR, giver VARCHAR, receiver VARCHAR, type VARCHAR, class VARCHAR,
    realised VARCHAR, earliest DATE, latest DATE, event VARCHAR, expected BOOLEAN,
    order_certain BOOLEAN, score DOUBLE
);
CREATE TABLE factor (
    id VARCHAR, code VARCHAR, level VARCHAR, valence VARCHAR, document VARCHAR,
    passage VARCHAR, wording VARCHAR, score DOUBLE, status VARCHAR, body VARCHAR
);
CREATE TABLE whole (name VARCHAR PRIMARY KEY, body VARCHAR);
CREATE TABLE correction (
    id VARCHAR PRIMARY KEY, number INTEGER, made_at TIMESTAMPTZ, made_by VARCHAR, do_what VARCHAR,
    body VARCHAR
);
CREATE TABLE orphan (correction VARCHAR, why VARCHAR);
CREATE TABLE step (
    name VARCHAR PRIMARY KEY, fingerprint VARCHAR, finished_at TIMESTAMPTZ, seconds DOUBLE
);
