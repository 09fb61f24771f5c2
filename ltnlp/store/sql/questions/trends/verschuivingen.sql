-- Het nieuwste jaar naast de jaren ervoor: waar verschilt het aandeel. Een verschil is nog geen oorzaak.
SELECT year AS jaar, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent,
       n_before AS eerder, of_before AS eerder_van, percent_before AS eerder_percent
FROM factor_shift ORDER BY abs(percent - percent_before) DESC, factor
