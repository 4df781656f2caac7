"""How the tables of the work came to be as they are."""
