"""`python -m benchmarks.patterns`."""

from benchmarks.patterns.measure import main

main()
