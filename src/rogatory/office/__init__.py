"""The one door: everything that is done in a case goes through `perform`."""
