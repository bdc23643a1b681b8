"""Times in a text, by kind; `generator.draft.dates` puts them together."""
