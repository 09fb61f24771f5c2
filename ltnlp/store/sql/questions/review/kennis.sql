-- Wie wat wist en vanaf wanneer.
SELECT k.actor AS wie, k.organisation_kind AS soort, e.what AS wat, k.known_from AS vanaf, k.how AS hoe
FROM knowledge k LEFT JOIN event e ON e.id = k.event ORDER BY wie, vanaf NULLS LAST
