"""Many variants of a lesson -> what can be guessed in them, what they repeat, and how alike they are."""
