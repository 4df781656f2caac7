"""How the tables of the mailroom came about."""
