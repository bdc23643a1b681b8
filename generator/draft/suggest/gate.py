"""How sure a find must be to become a note that items are made from.

Measured, not felt: see `tests/benchmarks/bench_reading.py` for attributions, and the counts in its head for the
others. A wrong key costs more than a missed item, so the gates are high.
"""

ATTRIBUTION = 0.9
WHOLE_SENTENCE = 0.75
"""The same where the sentence holds nothing but source, reporting words and one clause."""
SPEAKER = 0.9
MARKER = 0.9
WORDING = 0.9
NUMBER = 0.9
PAIR = 0.9
SAME = 0.89
"""Two sentences at least as surely on the same thing may be shown as that."""
DETAIL = 0.85
"""A detail of two such sentences that differs."""
DOUBT = 0.3
"""A find at least as sure as this may be one: no wrong answer is taken from its words."""

LONGEST = 45
"""Most words of a statement that a question can show."""
SHOWN = 0.35
"""Finds less sure than this are not even suggested."""
