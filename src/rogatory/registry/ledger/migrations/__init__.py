"""Changes of the stored journal's tables, and the triggers that keep them."""
