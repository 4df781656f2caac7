"""What the outside sees: counts and patterns over many cases, with no person in them."""
