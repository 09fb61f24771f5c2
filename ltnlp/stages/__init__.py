"""The story: one module of pure functions per arrow."""
