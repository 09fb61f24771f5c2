"""The words by which a telling says who was part of it, who was told, and who was not."""

import re

ARRIVED = re.compile(
    r"^[^a-z]*(?:\([a-z]+\) )?(?:(?:\[[\w-]+\]|\w{2,4})\.? )?"
    r"(?:tel\.|telefoon|bericht|brief|mail|verslag|eindverslag|overdr\w*\.?|melding"
    r"|whatsapp|app|(?:app|mail|brief|bericht|bel|telefoon)(?:je|tje|letje) van) "
    r"|\b(?:ontvangen|binnengekomen|binnen)\b|\b(?:belt|vertelt|meldt|mailt|appt) (?:mij|ons|me)\b"
)
"""How a note begins that tells what came in."""
TO_FAMILY = re.compile(
    r"^[^.:;]{0,60}\b(?:aan|naar) (?:de |het )?(?:ouders?|moeder|vader|gezin|oma|opa|familie"
    r"|pleegouders?|mr|vr|\[(?:moeder|vader|oma|opa|ouder|pleeg)[\w-]*\])(?!\w)"
)
"""Words for what was sent to the family, not to who notes it."""
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
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december)"
)
FOUND_LATER = re.compile(
    r"\b(?:later|achteraf|alsnog) (?:toegevoegd|aangevuld|genoteerd|ingevoerd)"
    r"|[\[(](?:toegevoegd|aangevuld|aanvulling|ingevoerd|notitie|nagekomen|naschrift)\b"
    r"|\b(?:uit|in|volgens) (?:het|de|ons|onze) (?:\w*systeem|logging|\w*dossier|\w*lijst)\b"
    r"|\b(?:terug)?gevonden\b|\bnagezocht\b|\bopgezocht\b|\bblijkt\b|\bbleek\b"
    r"|\bzie ik (?:nu|achteraf)\b|\b(?:niet|nooit) (?:gezien|gelezen|voorgelegd)\b"
    r"|\b(?:geopend|gelezen|ingezien|ontvangen|vernomen|binnengekomen)(?: op)? \d{1,2}[- ]"
    r"|\bin (?:het|de|mijn|ons|onze) (?:\w*(?:verslag|dossier|notulen|systeem|rapport|stukken|index)"
    r"|his)\b (?:[\w\[\]-]+ ){0,2}?(?:staat|stond|stonden|staan|lees|las|lazen|zie|zag)\b"
    r"|\b(?:niet|nooit) (?:[\w\[\]-]+ ){0,4}(?:verslag|notulen|bericht) (?:van )?(?:gezien|gehad|gekregen)"
    r"|\b(?:drukte?|dook|doken) (?:[\w\[\]-]+ ){0,3}op\b|\bontdekt\b|\bbij (?:het |de )?voorberei"
    rf"|\b(?:op|in) (?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})? (?:pas )?(?:gekregen|ontvangen|binnengekomen"
    r"|gehoord|gelezen|vernomen)"
)
"""Words that tell that it was found or added after the day on which it stands."""
TOLD_ON = re.compile(
    r"\b(?:belt|belde|meldt|meldde|mailt|mailde|appt|appte|zegt|zei|vertelt|vertelde|hoort|hoorde)"
    r" (?:op )?(?P<day>\d{1,2}[-/]\d{1,2})\b"
)
"""Words with the day on which somebody told it."""
LEFT_OUT = re.compile(
    r"\b(?:niet|nooit) (?:\w+ )?(?:geïnf\w*|ge(?:beld|maild|sproken|vraagd)|uitgenodigd"
    r"|benaderd|betrokken|ingelicht|aanwezig|erbij|verteld|bereikt)"
)
"""Words for somebody who was left out: then nobody is there by being named."""
_WE = r"(?:ik|wij|we)"
_FEW = r"(?:[\w-]+ ){0,4}"
_HINDERED = r"(?:ziek|met \w*verlof|op (?:vakantie|cursus|reis)|verhinderd|vrij)\b"
_MISSED = r"[^.;]{0,60}\b(?:gemist|afgezegd|afzeggen)\b"
NOT_THERE = re.compile(
    rf"\b(?:daar|er|hier) (?:was|waren|ben|zijn) {_WE} (?:\w+ )?niet bij\b"
    rf"|\b{_WE} (?:was|waren|zat|zaten|ben|zijn) (?:er|daar) (?:\w+ )?niet bij\b"
    rf"|\b(?:heb|hebben|had|hadden|moest|moesten) {_WE} {_MISSED}"
    rf"|\b{_WE} (?:heb|hebben|had|hadden|moest|moesten) {_MISSED}"
    rf"|\b{_WE} (?:kon|konden) {_FEW}niet(?: (?:komen|gaan|mee|erbij))?(?=\W*$|[.,;])"
    rf"|\b(?:kon|konden) {_WE} {_FEW}niet (?:bij|naartoe|heen|komen|gaan|zijn)\b"
    rf"|\b{_WE} (?:was|waren|lag|lagen|zat|zaten) {_FEW}{_HINDERED}"
    rf"|\b(?:was|waren|lag|lagen|zat|zaten) {_WE} {_FEW}{_HINDERED}"
    rf"|\b{_WE} (?:ben|was|zijn|waren|werd|werden) {_FEW}(?:niet|nooit) (?:\w+ )?"
    r"(?:gevraagd|uitgenodigd|betrokken|gekend|aanwezig|erbij)\b"
    r"|\b(?:namens|vanuit) (?:mij|ons|onze \w+) (?:was|zat|ging|schoof|is|deed)\b"
    r"|\bzonder (?:mij|ons)\b"
)
"""Words with which a teller says that they were not there."""
LATER_ON = re.compile(
    r"\b(?:de volgende (?:dag|ochtend|avond|middag|morgen|week)|(?:de )?dag erna|later"
    r"|pas|nooit)\b"
    rf"|\b(?:mij|me|ons) (?:\w+ )?in (?:{_MONTH}|de zomer|de winter|het (?:voor|na)jaar)\b"
)
"""Words that tell that something reached somebody later, or not at all."""
ONE_WAY = re.compile(
    r"\b(?:\w*mail(?:t|de|en|tje)?|gemaild|brief|brieven|briefje|app(?:t|te|je)?|geappt"
    r"|sms|bericht(?:je)?|voicemail|ingesproken|terugbelverzoek|kaartje|uitgenodigd|uitnodiging)\b"
)
"""Words for contact that only one side has until it is read or heard."""
SPOKEN_IN = re.compile(r"\b(?:voicemail|antwoordapparaat|ingesproken)\b")
"""Words for what is spoken to nobody: it is heard later."""
_DEED = (
    r"(?:heb|hebben|ben|zijn|ging|gingen|was|waren|deed|deden|zag|zagen|vroeg|vroegen"
    r"|besloot|besloten|zei|zeiden|stond|stonden|zat|zaten|kwam|kwamen|belde|belden|liet"
    r"|lieten|gaf|gaven|sprak|spraken|schreef|schreven|nam|namen|bracht|brachten|liep|liepen"
    r"|(?!dach|wis|hoo|wil|wou|moes|zou|kon|hoop|vermoed|merk|begre|ontdek|vond|moch|wacht"
    r"|verwacht|geloof|meen|voel|weet|kende|wouden)\w{3,}(?:de|den|te|ten))"
)
DID = re.compile(
    rf"\b{_DEED} (?:(?:[\w\[\]-]+ ){{1,4}}en |[\w\[\]-]+ )?(?:ik|wij|we)\b|\b(?:ik|wij|we) {_DEED}\b"
)
"""Words with which a teller says what they did or saw themselves."""
WITH_US = re.compile(
    r"\b(?:zat|zaten|stond|stonden|kwam|kwamen|was|waren|verscheen|verschenen|liep|liepen|sprak"
    r"|spraken)\b[^.;,]{0,40}\b(?:bij|met|tegen|tegenover|naast|voor) (?:mij|me|ons)\b"
)
"""Words with which a teller says that somebody was with them."""
OWN_ROW = re.compile(
    r"\|\s*(?:was|waren|ben|zijn|zelf|zat|heb|ging|samen) (?:er ?bij|aanwezig|gebeld|mee|langs|met)\b"
    r"|\|\s*(?:[\w\[\]-]+ ){0,3}(?:gebeld|gesproken|gemaild|gemeld|bezocht|opgezegd|aangemeld|langsgegaan"
    r"|langsgeweest|gezien|opgehaald|gevraagd|verwezen|overlegd|besproken)(?=\W*(?:$|[.;,|]| (?:met|over"
    r"|bij|of|om|naar|en|voor) ))"
    r"|[|.]\s*(?:huisbezoek|hb|was erbij|was aanwezig)\b"
    r"|\b(?:ik|wij|we) (?:bel|ga|vraag|mail|meld|spreek|zie|kom|stuur|schrijf|bezoek|bellen|gaan|vragen"
    r"|mailen|melden|spreken|zien|komen|sturen|bezoeken)\b"
)
"""Words of an own row for what its writer did, mostly without saying who."""
THEN_ONLY = re.compile(r"\b(?:op dat moment|toen|destijds|nog)\b")
"""Words that tell of not knowing at the time, however late that was written."""
REACHED_LATER = re.compile(
    r"\b(?:mij|me|ons) (?:\w+ )?(?:pas |later |de volgende (?:dag|ochtend|avond|middag|morgen|week)|in (?:"
    rf"{_MONTH}|de zomer|de winter|het (?:voor|na)jaar)\b)"
    r"|\b(?:vertelde|zei|appte|mailde|hoorde|hoorden|las) (?:ze|zij|hij|ik|wij|we|[\w\[\]-]+) (?:het |dat |dit )?"
    rf"(?:mij |me |ons )?(?:in {_MONTH}|pas|later|achteraf)\b"
)
"""Words that tell that it came to the teller later than it happened."""
CLAUSES = re.compile(
    r"[,;.:?!]\s+|\s(?=(?:dat|of|wat|hoe|waarom|omdat|terwijl|nadat|voordat|totdat|zodat)\s)"
)
"""Where one clause ends and another begins."""
MEETING = re.compile(
    r"gesprek|overleg|spr(?:a|e|o)k|spreek|bespr|gebeld|\bbel|telefo|bezoek|bezocht|contact"
    r"|intake|afspra|advies|tafel|mdo|evaluatie|kennis|langs|samen|vergader|zitting|gezien"
    r"|bijeen|aanwezig|erbij|ontmoet|thuis|zaten|kwam|geweest"
)
"""Words for being together: of a joined event each telling must have its own."""
HEAD = 4
"""Letters that stand before the day at the head of a note: "Op ", "In"."""
VERB_NEXT = re.compile(
    r"\W*(?:is|was|zijn|waren|heeft|had|hebben|hadden|wordt|werd|zou|kwam|ging|kreeg|zag|vond"
    r"|nam|gaf|bleef|stond|zat|besloot|sprak|bleek|hield|liep|schreef|overleed|verliet|vertrok"
    r"|begon|bracht|las|\w+(?:de|te|en))\b"
)
"""A finite verb behind a day: then it is the day of a sentence."""
ASIDE = re.compile(r"\([^)]*\d[^)]*\)")
"""Words in brackets that tell another day."""
ADDRESSED = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie)\b")
"""Words to somebody: no note of what came in, but a letter that says so."""
TOWARDS = re.compile(r"\b(?:aan|naar|bij) (?:de |het |een )?[\w\[\]-]+")
"""Words for whom something was sent to: it is not said that it arrived."""
