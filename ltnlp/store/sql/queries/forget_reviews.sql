DELETE FROM published_review WHERE version >= $version
