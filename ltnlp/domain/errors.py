"""The errors of the product, in one short tree.

    LtnlpError
    ├── InputError            somebody can repair it: another file, another value
    │   ├── UnreadableSourceError  a file that cannot be read, with a `Reason`
    │   ├── UnknownReviewError  no review with this id
    │   └── InvalidCorrectionError  a correction that cannot be understood
    ├── StateError            the request does not fit the state of the review or the home
    ├── PrivacyError          stop: going on could show a name
    └── KeyUnavailableError  a key is missing, wrong or destroyed

Messages hold ids and offsets, never text from a source: they reach logs.
`message_nl` is what a facilitator reads.
"""

from enum import StrEnum


class LtnlpError(Exception):
    """Something the product itself refuses or cannot do."""

    def __init__(self, message: str, *, message_nl: str | None = None) -> None:
        """Keep `message` for developers and `message_nl` for facilitators."""
        super().__init__(message)
        self.message_nl = message_nl or message


class InputError(LtnlpError):
    """What was given cannot be used; the person who gave it can repair it."""


class UnreadableReason(StrEnum):
    """Why a source could not be read."""

    EMPTY = "empty"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_FORMAT = "unknown_format"
    NO_TEXT = "no_text"
    ENCODING = "encoding"
    TIMEOUT = "timeout"
    UNSAFE = "unsafe"


class UnreadableSourceError(InputError):
    """A source that cannot be read; the other sources go on."""

    def __init__(
        self, reason: UnreadableReason, *, message_nl: str, source: str = ""
    ) -> None:
        """Name the `source` by its id or position, never by its file name."""
        where = f" ({source})" if source else ""
        super().__init__(f"unreadable source: {reason}{where}", message_nl=message_nl)
        self.reason = reason


class UnknownReviewError(InputError):
    """No review has this id."""


class InvalidCorrectionError(InputError):
    """A correction that cannot be understood or lacks what it is about."""


class StateError(LtnlpError):
    """The request does not fit the state that the review or the home is in."""


class PrivacyError(LtnlpError):
    """Going on could show a name: the run stops."""


class KeyUnavailableError(LtnlpError):
    """A key is missing, wrong or destroyed."""
