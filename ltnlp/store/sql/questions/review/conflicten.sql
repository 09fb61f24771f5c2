-- Gebeurtenissen waarover bronnen het oneens zijn.
SELECT place AS plaats, edtf, what AS wat, accounts AS lezingen, conflicts AS conflicten
FROM event WHERE conflicts > 0 ORDER BY place, id
