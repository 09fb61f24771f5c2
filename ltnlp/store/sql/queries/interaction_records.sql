SELECT body FROM interaction_record ORDER BY review, rowid
