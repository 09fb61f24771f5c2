-- Logboek zonder inhoud: wie deed wat wanneer.
SELECT number AS nummer, made_at AS wanneer, by_role AS rol, action AS handeling, review, purpose AS doel, count AS aantal
FROM audit ORDER BY number
