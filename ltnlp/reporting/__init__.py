"""Timelines, graphs and patterns as files that people read."""

from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.report import render_report

__all__ = ["ReportInput", "render_report"]
