"""Names of the paragraph styles of our Word files; a facilitator can restyle each."""

EVENT_STYLE = "Gebeurtenis"
OWN_STYLE = "Eigen tekst"
CHANGED_STYLE = "Veranderd"
NOTE_STYLE = "Toelichting"
