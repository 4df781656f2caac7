"""Documents on paper: set, signed, changed by hand and read back, and checked by whoever receives them."""
