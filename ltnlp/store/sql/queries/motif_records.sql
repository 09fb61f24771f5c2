SELECT body FROM motif_record ORDER BY review, rowid
