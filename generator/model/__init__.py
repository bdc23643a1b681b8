"""Frozen types that every other module shares; imports nothing else of the package."""
