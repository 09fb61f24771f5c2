-- Welke versie dit is, van wanneer, over hoeveel reviews, en hoe klein een getal mag zijn.
SELECT version AS versie, published_on AS uitgegeven, n_reviews AS reviews, smallest_cell AS minstens,
       simulated AS nagemaakt, note_nl AS toelichting FROM publication
