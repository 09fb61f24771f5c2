DELETE FROM orphan WHERE correction = $correction
