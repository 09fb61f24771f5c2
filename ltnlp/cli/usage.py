"""A command that is typed wrongly, told in Dutch."""

HELP = "Zie 'ltnlp --help', of zet --help achter een opdracht."


def explain(error: Exception) -> str | None:
    """Return what is wrong with how a command was typed; None for another error.

    What was typed is not repeated but for the name of an option: it may be a name.
    """
    if not hasattr(error, "format_message"):
        return None
    option = getattr(error, "option_name", None)
    if option:
        return f"De optie {option} bestaat niet. {HELP}"
    parameter = getattr(error, "param", None)
    if parameter is None:
        return f"Deze opdracht bestaat niet of is niet af. {HELP}"
    name = parameter.opts[-1] if parameter.opts else parameter.name
    if type(error).__name__ == "MissingParameter":
        return f"Er ontbreekt iets: {name.upper()}. {HELP}"
    return f"Deze waarde past niet bij {name}. {HELP}"


def shows_help(error: Exception) -> bool:
    """Tell whether a command was called with nothing, to see what it can do."""
    return type(error).__name__ == "NoArgsIsHelpError"
