"""The file of one case: what was asked, by whom, about whom, and what has been found and done since."""
