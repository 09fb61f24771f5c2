SELECT correction, why FROM orphan ORDER BY correction
