-- Alle gebeurtenissen van de review in volgorde, met datumgrenzen en stand.
SELECT place AS plaats, edtf, earliest AS vroegst, latest AS laatst, what AS wat, type AS soort,
       realised AS gebeurd, status AS stand, accounts AS lezingen, conflicts AS conflicten
FROM event ORDER BY place, id
