"""Run as: python -m benchmarks.trends."""

from benchmarks.trends.scale import main

main()
