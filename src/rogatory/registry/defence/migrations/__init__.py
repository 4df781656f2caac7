"""How the tables of the defence door came about."""
