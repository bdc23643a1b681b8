"""Papers -> pages: HTML that prints by itself, and PDF made from it."""
