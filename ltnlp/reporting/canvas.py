"""Where drawings come from that are made of pixels: nothing is left on the machine."""

import os
import tempfile
from functools import lru_cache


@lru_cache(maxsize=1)
def use_no_folder_of_the_user() -> None:
    """Let the drawing library keep its list of fonts in memory only.

    By itself it writes one under the user's folder. To be called before its first
    import; where it was told a folder, that stays.
    """
    told = os.environ.get("MPLCONFIGDIR")
    with tempfile.TemporaryDirectory(prefix="ltnlp-drawing-") as folder:
        os.environ.setdefault("MPLCONFIGDIR", folder)
        try:
            # Late: to load it takes a second that no other command should wait for.
            import matplotlib.font_manager  # noqa: F401
        finally:
            if told is None:
                del os.environ["MPLCONFIGDIR"]
