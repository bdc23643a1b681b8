"""Names: capitalised words of a text -> persons, organisations, outlets, places and offices, with all forms."""
