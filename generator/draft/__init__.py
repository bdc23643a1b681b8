"""Raw articles -> suggestions: who says what, what limits certainty, how reports of one event compare.

What is found here is a suggestion with a rule, a confidence and its place in the text; a teacher confirms it.
Rules come first and need no model; a parser, where one is installed, adds to them.
"""
