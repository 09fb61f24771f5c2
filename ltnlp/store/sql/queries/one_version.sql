SELECT body FROM version WHERE number = $number
