INSERT INTO published_review SELECT review, $version FROM counted_review WHERE NOT before
