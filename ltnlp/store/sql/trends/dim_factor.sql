CREATE TABLE dim_factor (
    factor VARCHAR, level VARCHAR, name_nl VARCHAR, definition_nl VARCHAR
)
