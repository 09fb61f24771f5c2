"""Timelines, graphs and patterns as files that people read."""

from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.patterns import PatternInput, render_patterns
from ltnlp.reporting.report import render_report

__all__ = ["PatternInput", "ReportInput", "render_patterns", "render_report"]
