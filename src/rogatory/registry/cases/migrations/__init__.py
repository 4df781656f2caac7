"""Changes of the tables of reading copies."""
