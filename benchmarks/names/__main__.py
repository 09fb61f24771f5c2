"""`python -m benchmarks.names GOLD…`; see `run`."""

from benchmarks.names.run import main

main()
