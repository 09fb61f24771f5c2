CREATE TABLE publication (
    version INTEGER, published_on DATE, n_reviews INTEGER, smallest_cell INTEGER, simulated BOOLEAN, note_nl VARCHAR
)
