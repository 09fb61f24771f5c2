"""`python -m benchmarks.timeline [days]`: growth, or the days of labelled tellings."""

import sys

from benchmarks.timeline import days, run

if sys.argv[1:] == ["days"]:
    days.main()
else:
    sys.exit(run.main())
