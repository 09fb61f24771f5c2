CREATE TABLE dim_pattern (
    pattern VARCHAR, name_nl VARCHAR, description_nl VARCHAR, question_nl VARCHAR
)
