"""Words that limit or raise certainty: the list, the sentence they stand in, and a rule where one is needed."""
