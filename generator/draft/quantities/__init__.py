"""Amounts in a text, step by step; `generator.draft.numbers` puts them together."""
