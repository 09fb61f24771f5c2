CREATE TABLE dim_organisation (
    organisation_kind VARCHAR, name_nl VARCHAR
)
