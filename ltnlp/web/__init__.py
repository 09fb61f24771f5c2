"""HTTP and pages for facilitators: reviews, uploads, progress and reports."""

from ltnlp.web.app import create_app
from ltnlp.web.sessions import Sessions

__all__ = ["Sessions", "create_app"]
