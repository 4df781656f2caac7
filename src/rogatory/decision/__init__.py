"""A named person decides on each act asked for, and the reasons are written down."""
