"""The command line."""

from ltnlp.cli.app import main

__all__ = ["main"]
