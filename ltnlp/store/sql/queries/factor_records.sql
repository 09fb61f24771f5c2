SELECT body FROM factor_record ORDER BY review, rowid
