"""spaCy assembly, date engine and classifiers; a Doc never leaves."""
