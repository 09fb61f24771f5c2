CREATE TABLE dim_level (
    level VARCHAR, place INTEGER, name_nl VARCHAR
)
