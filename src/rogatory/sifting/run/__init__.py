"""Reading a seizure to its end, by one machine or several, and what is done with all of it."""
