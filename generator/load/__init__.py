"""Files -> values, each with the place it came from; problems become diagnostics, never exceptions."""
