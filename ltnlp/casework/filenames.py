"""What is kept of the name that a file came with."""

LONGEST_NAME = 150
NAMELESS = "bestand"


def plain_name(name: str) -> str:
    """Return the name of a file without folders or marks that print nothing.

    Line ends, marks that turn the direction of writing and bytes that are no letters
    go; of a long name the end stays, which tells the format.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if sign.isprintable())[-LONGEST_NAME:]
    return kept.strip() or NAMELESS
