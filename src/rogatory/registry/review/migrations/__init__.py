"""Changes of the tables of the review."""
