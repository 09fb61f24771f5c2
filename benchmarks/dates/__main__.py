"""`python -m benchmarks.dates`; see `run`."""

from benchmarks.dates.run import main

main()
