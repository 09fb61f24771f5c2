CREATE TABLE review (
    id VARCHAR PRIMARY KEY, kind VARCHAR, state VARCHAR, region VARCHAR,
    created_on DATE, ended_on DATE, destroyed_on DATE, year INTEGER
);
CREATE TABLE approval (review VARCHAR, by_role VARCHAR, approved_on DATE);
CREATE TABLE hold (review VARCHAR, by_role VARCHAR, reason VARCHAR, until DATE);
CREATE TABLE rule (name VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE factor_record (
    review VARCHAR, code VARCHAR, level VARCHAR, valence VARCHAR, status VARCHAR, body VARCHAR
);
CREATE TABLE motif_record (review VARCHAR, motif VARCHAR, times INTEGER, body VARCHAR);
CREATE TABLE interaction_record (
    review VARCHAR, class VARCHAR, giver VARCHAR, receiver VARCHAR, realised VARCHAR, body VARCHAR
);
CREATE TABLE fact (
    review VARCHAR, review_kind VARCHAR, year INTEGER, factor VARCHAR, level VARCHAR,
    valence VARCHAR, pattern VARCHAR, organisation_kind VARCHAR, interaction_class VARCHAR,
    realised VARCHAR, relative_time VARCHAR, region VARCHAR
);
CREATE TABLE pattern (
    id VARCHAR, name VARCHAR, road VARCHAR, valence VARCHAR, n_reviews INTEGER,
    spread DOUBLE, stability DOUBLE, body VARCHAR
);
CREATE TABLE release (
    id VARCHAR PRIMARY KEY, review VARCHAR, kind VARCHAR, made_on DATE, destroy_by DATE
);
CREATE TABLE destruction (review VARCHAR, destroyed_on DATE, body VARCHAR);
CREATE TABLE audit (
    number INTEGER, made_at TIMESTAMPTZ, by_role VARCHAR, action VARCHAR, review VARCHAR,
    purpose VARCHAR, count INTEGER, previous VARCHAR, hash VARCHAR
);
CREATE TABLE publication (version INTEGER, published_on DATE, reviews INTEGER);
