"""Articles and suggestions -> files; and files, which people may have changed since, read back and merged."""
