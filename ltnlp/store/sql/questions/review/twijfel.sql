-- Datums die een mens moet bekijken.
SELECT told AS verteld, type AS soort, edtf, earliest AS vroegst, latest AS laatst, rule AS regel
FROM told_date WHERE needs_review ORDER BY passage
