-- Reviews in het register.
SELECT id, kind AS soort, state AS stand, created_on AS begonnen, ended_on AS beeindigd,
       destroyed_on AS vernietigd FROM review ORDER BY created_on, id
