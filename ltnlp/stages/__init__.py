"""The story: one module of pure functions per arrow."""

from ltnlp.stages.story import STAGES, Stage

__all__ = ["STAGES", "Stage"]
