-- What an analyst starts from. A number that is not shown is NULL, never 0.
CREATE VIEW level_share AS
SELECT c.*, d.name_nl, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent
FROM level_counts c LEFT JOIN dim_level d ON d.level = c.level;
COMMENT ON VIEW level_share IS 'Alle getallen per niveau, met naam en percentage; de views hieronder kiezen er een verdeling uit.';

CREATE VIEW factor_share AS
SELECT c.*, d.name_nl, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent
FROM factor_counts c LEFT JOIN dim_factor d ON d.factor = c.factor;
COMMENT ON VIEW factor_share IS 'Alle getallen per factor, met naam en percentage; de views hieronder kiezen er een verdeling uit.';

CREATE VIEW pattern_share AS
SELECT c.*, d.name_nl, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent
FROM pattern_counts c LEFT JOIN dim_pattern d ON d.pattern = c.pattern;
COMMENT ON VIEW pattern_share IS 'Alle getallen per patroon, met naam en percentage; de views hieronder kiezen er een verdeling uit.';

CREATE VIEW interaction_share AS
SELECT c.*, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent
FROM interaction_counts c;
COMMENT ON VIEW interaction_share IS 'Alle getallen per soort interactie, met naam en percentage; de views hieronder kiezen er een verdeling uit.';

CREATE VIEW organisation_share AS
SELECT c.*, d.name_nl, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent
FROM organisation_counts c LEFT JOIN dim_organisation d ON d.organisation_kind = c.organisation_kind;
COMMENT ON VIEW organisation_share IS 'Alle getallen per soort organisatie, met naam en percentage; de views hieronder kiezen er een verdeling uit.';

CREATE VIEW review_overview AS
SELECT c.n_reviews, c.since_version
FROM review_counts c
WHERE c.slice = 'all';
COMMENT ON VIEW review_overview IS 'Hoeveel reviews er zijn, over alle reviews.';

CREATE VIEW level_overview AS
SELECT level, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM level_share
WHERE slice = 'all';
COMMENT ON VIEW level_overview IS 'In hoeveel reviews een niveau een rol speelt, over alle reviews.';

CREATE VIEW factor_overview AS
SELECT level, factor, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM factor_share
WHERE slice = 'all';
COMMENT ON VIEW factor_overview IS 'In hoeveel reviews een factor is aangenomen, over alle reviews.';

CREATE VIEW pattern_overview AS
SELECT pattern, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM pattern_share
WHERE slice = 'all';
COMMENT ON VIEW pattern_overview IS 'In hoeveel reviews een patroon is herkend, over alle reviews.';

CREATE VIEW interaction_overview AS
SELECT interaction_class, realised, n_reviews, of_reviews, percent, suppressed
FROM interaction_share
WHERE slice = 'all';
COMMENT ON VIEW interaction_overview IS 'In hoeveel reviews een soort interactie wel of niet gebeurde, over alle reviews.';

CREATE VIEW organisation_overview AS
SELECT organisation_kind, name_nl, n_reviews, of_reviews, percent, suppressed
FROM organisation_share
WHERE slice = 'all';
COMMENT ON VIEW organisation_overview IS 'In hoeveel reviews een soort organisatie zich tot een ander wendde, over alle reviews.';

CREATE VIEW review_by_year AS
SELECT c.year, c.n_reviews, c.since_version
FROM review_counts c
WHERE c.slice = 'year';
COMMENT ON VIEW review_by_year IS 'Hoeveel reviews er zijn, per jaar.';

CREATE VIEW level_by_year AS
SELECT year, level, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM level_share
WHERE slice = 'year';
COMMENT ON VIEW level_by_year IS 'In hoeveel reviews een niveau een rol speelt, per jaar.';

CREATE VIEW factor_by_year AS
SELECT year, level, factor, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM factor_share
WHERE slice = 'year';
COMMENT ON VIEW factor_by_year IS 'In hoeveel reviews een factor is aangenomen, per jaar.';

CREATE VIEW pattern_by_year AS
SELECT year, pattern, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM pattern_share
WHERE slice = 'year';
COMMENT ON VIEW pattern_by_year IS 'In hoeveel reviews een patroon is herkend, per jaar.';

CREATE VIEW interaction_by_year AS
SELECT year, interaction_class, realised, n_reviews, of_reviews, percent, suppressed
FROM interaction_share
WHERE slice = 'year';
COMMENT ON VIEW interaction_by_year IS 'In hoeveel reviews een soort interactie wel of niet gebeurde, per jaar.';

CREATE VIEW organisation_by_year AS
SELECT year, organisation_kind, name_nl, n_reviews, of_reviews, percent, suppressed
FROM organisation_share
WHERE slice = 'year';
COMMENT ON VIEW organisation_by_year IS 'In hoeveel reviews een soort organisatie zich tot een ander wendde, per jaar.';

CREATE VIEW review_by_kind AS
SELECT c.review_kind, c.n_reviews, c.since_version
FROM review_counts c
WHERE c.slice = 'review_kind';
COMMENT ON VIEW review_by_kind IS 'Hoeveel reviews er zijn, per soort review.';

CREATE VIEW level_by_kind AS
SELECT review_kind, level, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM level_share
WHERE slice = 'review_kind';
COMMENT ON VIEW level_by_kind IS 'In hoeveel reviews een niveau een rol speelt, per soort review.';

CREATE VIEW factor_by_kind AS
SELECT review_kind, level, factor, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM factor_share
WHERE slice = 'review_kind';
COMMENT ON VIEW factor_by_kind IS 'In hoeveel reviews een factor is aangenomen, per soort review.';

CREATE VIEW pattern_by_kind AS
SELECT review_kind, pattern, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM pattern_share
WHERE slice = 'review_kind';
COMMENT ON VIEW pattern_by_kind IS 'In hoeveel reviews een patroon is herkend, per soort review.';

CREATE VIEW interaction_by_kind AS
SELECT review_kind, interaction_class, realised, n_reviews, of_reviews, percent, suppressed
FROM interaction_share
WHERE slice = 'review_kind';
COMMENT ON VIEW interaction_by_kind IS 'In hoeveel reviews een soort interactie wel of niet gebeurde, per soort review.';

CREATE VIEW organisation_by_kind AS
SELECT review_kind, organisation_kind, name_nl, n_reviews, of_reviews, percent, suppressed
FROM organisation_share
WHERE slice = 'review_kind';
COMMENT ON VIEW organisation_by_kind IS 'In hoeveel reviews een soort organisatie zich tot een ander wendde, per soort review.';

CREATE VIEW review_by_region AS
SELECT c.region, c.n_reviews, c.since_version
FROM review_counts c
WHERE c.slice = 'region';
COMMENT ON VIEW review_by_region IS 'Hoeveel reviews er zijn, per regio.';

CREATE VIEW level_by_region AS
SELECT region, level, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM level_share
WHERE slice = 'region';
COMMENT ON VIEW level_by_region IS 'In hoeveel reviews een niveau een rol speelt, per regio.';

CREATE VIEW factor_by_region AS
SELECT region, level, factor, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM factor_share
WHERE slice = 'region';
COMMENT ON VIEW factor_by_region IS 'In hoeveel reviews een factor is aangenomen, per regio.';

CREATE VIEW pattern_by_region AS
SELECT region, pattern, name_nl, valence, n_reviews, of_reviews, percent, suppressed
FROM pattern_share
WHERE slice = 'region';
COMMENT ON VIEW pattern_by_region IS 'In hoeveel reviews een patroon is herkend, per regio.';

CREATE VIEW interaction_by_region AS
SELECT region, interaction_class, realised, n_reviews, of_reviews, percent, suppressed
FROM interaction_share
WHERE slice = 'region';
COMMENT ON VIEW interaction_by_region IS 'In hoeveel reviews een soort interactie wel of niet gebeurde, per regio.';

CREATE VIEW organisation_by_region AS
SELECT region, organisation_kind, name_nl, n_reviews, of_reviews, percent, suppressed
FROM organisation_share
WHERE slice = 'region';
COMMENT ON VIEW organisation_by_region IS 'In hoeveel reviews een soort organisatie zich tot een ander wendde, per regio.';

CREATE VIEW factor_by_organisation AS
SELECT c.organisation_kind, o.name_nl AS organisation_nl, c.level, c.factor, d.name_nl, c.valence, c.n_reviews, c.of_reviews, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent, c.suppressed
FROM factor_organisation_counts c LEFT JOIN dim_factor d ON d.factor = c.factor
LEFT JOIN dim_organisation o ON o.organisation_kind = c.organisation_kind;
COMMENT ON VIEW factor_by_organisation IS 'In hoeveel reviews een soort organisatie een factor noemde, over alle reviews.';

CREATE VIEW factor_by_time AS
SELECT c.relative_time, c.level, c.factor, d.name_nl, c.valence, c.n_reviews, c.of_reviews, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent, c.suppressed
FROM factor_time_counts c LEFT JOIN dim_factor d ON d.factor = c.factor;
COMMENT ON VIEW factor_by_time IS 'In hoeveel reviews een factor speelde in een deel van de periode van de casus.';

CREATE VIEW interaction_by_organisation AS
SELECT c.organisation_kind, d.name_nl AS organisation_nl, c.interaction_class, c.realised, c.n_reviews, c.of_reviews, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent, c.suppressed
FROM interaction_organisation_counts c LEFT JOIN dim_organisation d ON d.organisation_kind = c.organisation_kind;
COMMENT ON VIEW interaction_by_organisation IS 'In hoeveel reviews een soort organisatie een soort interactie aanging.';

CREATE VIEW interaction_by_time AS
SELECT c.relative_time, c.interaction_class, c.realised, c.n_reviews, c.of_reviews, round(100.0 * c.n_reviews / c.of_reviews, 0)::INTEGER AS percent, c.suppressed
FROM interaction_time_counts c;
COMMENT ON VIEW interaction_by_time IS 'In hoeveel reviews een soort interactie in een deel van de periode van de casus viel.';

CREATE VIEW interaction_not_realised AS
SELECT interaction_class, n_reviews, of_reviews, percent
FROM interaction_overview WHERE realised = 'nee';
COMMENT ON VIEW interaction_not_realised IS 'Wat niet gebeurde: in hoeveel reviews een soort interactie uitbleef.';

CREATE VIEW factor_shift AS
SELECT y.year, y.level, y.factor, y.name_nl, y.valence, y.n_reviews, y.of_reviews, y.percent,
       t.n_reviews - y.n_reviews AS n_before, t.of_reviews - y.of_reviews AS of_before,
       round(100.0 * (t.n_reviews - y.n_reviews) / (t.of_reviews - y.of_reviews), 0)::INTEGER AS percent_before
FROM factor_by_year y JOIN factor_overview t ON t.factor = y.factor AND t.valence = y.valence
WHERE y.year = (SELECT max(year) FROM review_by_year) AND NOT y.suppressed AND t.of_reviews > y.of_reviews;
COMMENT ON VIEW factor_shift IS 'Het nieuwste jaar naast de jaren ervoor, in procenten van de reviews; alleen waar beide getoond worden.';

COMMENT ON TABLE review_counts IS 'Reviews, geteld; zie de view review_overview.';
COMMENT ON COLUMN review_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN review_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN review_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN review_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE level_counts IS 'Reviews, geteld; zie de view level_overview.';
COMMENT ON COLUMN level_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN level_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN level_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN level_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE organisation_counts IS 'Reviews, geteld; zie de view organisation_overview.';
COMMENT ON COLUMN organisation_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN organisation_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN organisation_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN organisation_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE pattern_counts IS 'Reviews, geteld; zie de view pattern_overview.';
COMMENT ON COLUMN pattern_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN pattern_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN pattern_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN pattern_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE interaction_counts IS 'Reviews, geteld; zie de view interaction_overview.';
COMMENT ON COLUMN interaction_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN interaction_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN interaction_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN interaction_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE factor_counts IS 'Reviews, geteld; zie de view factor_overview.';
COMMENT ON COLUMN factor_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN factor_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN factor_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON COLUMN factor_counts.slice IS 'all, review_kind, year of region: waarnaar de reviews verdeeld zijn.';
COMMENT ON TABLE factor_organisation_counts IS 'Reviews, geteld over alle reviews samen.';
COMMENT ON COLUMN factor_organisation_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN factor_organisation_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN factor_organisation_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON TABLE factor_time_counts IS 'Reviews, geteld over alle reviews samen.';
COMMENT ON COLUMN factor_time_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN factor_time_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN factor_time_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON TABLE interaction_organisation_counts IS 'Reviews, geteld over alle reviews samen.';
COMMENT ON COLUMN interaction_organisation_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN interaction_organisation_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN interaction_organisation_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
COMMENT ON TABLE interaction_time_counts IS 'Reviews, geteld over alle reviews samen.';
COMMENT ON COLUMN interaction_time_counts.n_reviews IS 'Aantal reviews dat het laat zien; NULL waar het verborgen is, nooit 0.';
COMMENT ON COLUMN interaction_time_counts.of_reviews IS 'Aantal reviews in het deel waarvan geteld is.';
COMMENT ON COLUMN interaction_time_counts.since_version IS 'De versie waarin dit getal het laatst veranderde.';
