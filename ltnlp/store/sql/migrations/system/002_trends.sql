-- What the last version of the trends shows, and which reviews are in it: so that the
-- next one cannot be subtracted from it.
CREATE TABLE published_review (review VARCHAR, version INTEGER);
CREATE TABLE published_cell (
    subject VARCHAR, item VARCHAR[], dimension VARCHAR, value VARCHAR, reviews INTEGER, since INTEGER
);
