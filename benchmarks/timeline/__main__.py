"""`python -m benchmarks.timeline`."""

from benchmarks.timeline.run import main

main()
