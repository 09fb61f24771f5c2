CREATE TABLE publication (
    version INTEGER, published_on DATE
)
