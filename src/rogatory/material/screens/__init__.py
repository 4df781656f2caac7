"""Screens: what may have to be withheld is found and shown. A screen never clears anything."""
