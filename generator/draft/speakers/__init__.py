"""Who a source is: its kind, the name behind a pronoun, what the text says of it, who passed the words on."""
