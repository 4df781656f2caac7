"""Who may act, on whose behalf, and who may read what."""
