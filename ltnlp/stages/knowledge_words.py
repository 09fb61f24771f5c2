"""The words by which a telling says who was part of it, who was told, and who was not."""

import re

ARRIVED = re.compile(
    r"^[^a-z]*(?:\([a-z]+\) )?(?:(?:\[[\w-]+\]|\w{2,4})\.? )?"
    r"(?:tel\.|telefoon|bericht|brief|mail|verslag|eindverslag|overdr\w*\.?|melding"
    r"|whatsapp|app) "
    r"|\b(?:ontvangen|binnengekomen|binnen)\b|\b(?:belt|vertelt|meldt|mailt|appt) (?:mij|ons|me)\b"
)
"""How a note begins that tells what came in."""
TOLD_ME = re.compile(
    r"\b(?:belde|belt|appte|mailde|vertelde|vertelt|meldde|schreef)\b[^.;,]{0,60}\b(?:mij|me|ons)\b"
    r"|\b(?:kreeg|kregen|ontving|ontvingen) (?:ik|wij|we)\b"
)
TOLD_OTHERS = re.compile(
    r"\b(?:heb|hebben) (?:ik|wij|we) [^.;]{0,80}\b(?:verteld|gezegd|uitgelegd)\b"
    r"|\b(?:ik|wij|we) (?:heb|hebben) [^.;]{0,80}\b(?:verteld|gezegd|uitgelegd)\b"
    r"|\b(?:ik|wij|we) (?:vertelde|vertelden|zei|zeiden|legde|legden)\b"
    r"|\b(?:vertelde|vertelden|zei|zeiden) (?:ik|wij|we)\b"
)
"""Words with which a teller says that they told somebody, by mouth."""
CONTENT = re.compile(r"\bdat\b|\bhoe\b|:")
"""Signs that what was told is told too: its day need not be that of the telling."""
FOUND_LATER = re.compile(
    r"\b(?:later|achteraf|alsnog) (?:toegevoegd|aangevuld|genoteerd|ingevoerd)"
    r"|[\[(](?:toegevoegd|aangevuld|ingevoerd|notitie|nagekomen)\b"
    r"|\b(?:uit|in|volgens) (?:het|de|ons|onze) (?:\w*systeem|logging|\w*dossier|\w*lijst)\b"
    r"|\b(?:terug)?gevonden\b|\bnagezocht\b|\bopgezocht\b|\bblijkt\b|\bbleek\b"
    r"|\bzie ik (?:nu|achteraf)\b|\b(?:niet|nooit) (?:gezien|gelezen|voorgelegd)\b"
    r"|\b(?:geopend|gelezen|ingezien)(?: op)? \d"
)
"""Words that tell that it was found or added after the day on which it stands."""
LEFT_OUT = re.compile(
    r"\b(?:niet|nooit) (?:\w+ )?(?:geïnf\w*|ge(?:beld|maild|sproken|vraagd)|uitgenodigd"
    r"|benaderd|betrokken|ingelicht|aanwezig|erbij|verteld|bereikt)"
)
"""Words for somebody who was left out: then nobody is there by being named."""
NOT_THERE = re.compile(
    r"\b(?:daar|er|hier) (?:was|waren|ben|zijn) (?:ik|wij|we) (?:\w+ )?niet bij\b"
    r"|\b(?:ik|wij|we) (?:was|waren|zat|zaten|ben|zijn) (?:er|daar) (?:\w+ )?niet bij\b"
)
"""Words with which a teller says that they were not there."""
LATER_ON = re.compile(
    r"\b(?:de volgende (?:dag|ochtend|avond|middag|morgen|week)|(?:de )?dag erna|later"
    r"|pas|nooit)\b"
    r"|\b(?:mij|me|ons) (?:\w+ )?in (?:januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december|de zomer|de winter|het (?:voor|na)jaar)\b"
)
"""Words that tell that something reached somebody later, or not at all."""
ONE_WAY = re.compile(
    r"\b(?:\w*mail(?:t|de|en|tje)?|gemaild|brief|brieven|briefje|app(?:t|te|je)?|geappt"
    r"|sms|bericht(?:je)?|voicemail|ingesproken|terugbelverzoek|kaartje)\b"
)
"""Words for contact that only one side has until it is read or heard."""
SPOKEN_IN = re.compile(r"\b(?:voicemail|antwoordapparaat|ingesproken)\b")
"""Words for what is spoken to nobody: it is heard later."""
DID = re.compile(
    r"\b(?:heb|hebben|ben|zijn|ging|gingen|was|waren|deed|deden|zag|zagen|vroeg|vroegen"
    r"|besloot|besloten|zei|zeiden|stond|stonden|zat|zaten|kwam|kwamen|belde|belden)"
    r" (?:[\w\[\]-]+ )?(?:ik|wij|we)\b|\b(?:ik|wij|we) (?:heb|hebben|ben|zijn|ging|gingen"
    r"|was|waren|deed|deden|zag|zagen|vroeg|vroegen|besloot|besloten|zei|zeiden|stond"
    r"|stonden|zat|zaten|kwam|kwamen|belde|belden)\b"
)
"""Words with which a teller says what they did or saw themselves."""
MEETING = re.compile(
    r"gesprek|overleg|spr(?:a|e|o)k|spreek|bespr|gebeld|\bbel|telefo|bezoek|bezocht|contact"
    r"|intake|afspra|advies|tafel|mdo|evaluatie|kennis|langs|samen|vergader|zitting|gezien"
    r"|bijeen|aanwezig|erbij|ontmoet|thuis|zaten|kwam|geweest"
)
"""Words for being together: of a joined event each telling must have its own."""
HEAD = 4
"""Letters that stand before the day at the head of a note: "Op ", "In"."""
VERB_NEXT = re.compile(
    r"\W*(?:is|was|zijn|waren|heeft|had|hebben|hadden|wordt|zou|\w+(?:de|te|den|ten))\b"
)
"""A finite verb behind a day: then it is the day of a sentence."""
ASIDE = re.compile(r"\([^)]*\d[^)]*\)")
"""Words in brackets that tell another day."""
ADDRESSED = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie)\b")
"""Words to somebody: no note of what came in, but a letter that says so."""
TOWARDS = re.compile(r"\b(?:aan|naar|bij) (?:de |het |een )?[\w\[\]-]+")
"""Words for whom something was sent to: it is not said that it arrived."""
