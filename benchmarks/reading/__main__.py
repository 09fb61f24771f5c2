"""`python -m benchmarks.reading`."""

from benchmarks.reading.measure import main

main()
