"""Timelines, graphs and patterns as files that people read."""

from ltnlp.reporting.calendar import render_calendar
from ltnlp.reporting.changes import changes_in_words
from ltnlp.reporting.check import render_check
from ltnlp.reporting.check_back import Answer, read_answers
from ltnlp.reporting.graph_files import render_gexf, render_graphml, render_svg
from ltnlp.reporting.graph_png import render_png
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.participants import participants
from ltnlp.reporting.patterns import PatternInput, render_patterns
from ltnlp.reporting.report import render_report
from ltnlp.reporting.story import render_story
from ltnlp.reporting.story_back import UnitBack, read_back
from ltnlp.reporting.story_moments import read_views
from ltnlp.reporting.story_units import units as story_units
from ltnlp.reporting.tables import render_csv, render_xlsx
from ltnlp.reporting.timeline_rows import render_rows, rows_of

__all__ = [
    "Answer",
    "PatternInput",
    "ReportInput",
    "UnitBack",
    "changes_in_words",
    "participants",
    "read_answers",
    "read_back",
    "read_views",
    "render_calendar",
    "render_check",
    "render_csv",
    "render_gexf",
    "render_graphml",
    "render_patterns",
    "render_png",
    "render_report",
    "render_rows",
    "render_story",
    "render_svg",
    "render_xlsx",
    "rows_of",
    "story_units",
]
