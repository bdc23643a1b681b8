"""Loaded words, step by step; `generator.draft.loaded` puts them together."""
