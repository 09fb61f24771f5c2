SELECT count(*) AS identifiers, count(DISTINCT entity) AS entities FROM identifier
