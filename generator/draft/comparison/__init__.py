"""Two annotated texts -> how they compare."""

from generator.draft.comparison.aligning import align
from generator.draft.comparison.whole import compare

__all__ = ["align", "compare"]
