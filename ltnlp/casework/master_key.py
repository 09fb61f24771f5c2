"""A new master key in the place of the old, when people ask for it."""

from ltnlp.casework.home import Home
from ltnlp.domain.errors import InputError
from ltnlp.store.keys import SYSTEM


def replace_master_key(home: Home) -> int:
    """Wrap all data keys in a new master key; return how many reviews it opens.

    The data keys stay, so that nothing is written anew; old copies of the keyring open
    nothing with the new key. `forget` does the same after each destruction.

    Raises:
        InputError: the master key comes from outside and cannot be replaced here.
        KeyUnavailableError: the master key is missing or is not the one of this keyring.
    """
    if not home.keyring.rotate():
        raise InputError(
            "the master key comes from outside",
            message_nl="De hoofdsleutel komt van buiten (LTNLP_KEY): vervang hem daar, en "
            "niet hier.",
        )
    home.system().audit(
        by_role="beheerder", action="master key replaced", purpose="beheer"
    )
    return sum(owner != SYSTEM for owner in home.keyring.owners())
