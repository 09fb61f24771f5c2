-- Wat het systeem verliet en wanneer het vernietigd moet zijn.
SELECT review, kind AS soort, made_on AS gemaakt, destroy_by AS vernietigen_voor
FROM release ORDER BY destroy_by, review
