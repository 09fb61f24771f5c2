"""`python -m ltnlp` is the command line."""

from ltnlp.cli import main

main()
