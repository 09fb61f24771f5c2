CREATE TABLE version (
    number INTEGER PRIMARY KEY, made_at TIMESTAMPTZ, events INTEGER, corrections INTEGER,
    sources INTEGER, body VARCHAR
);
