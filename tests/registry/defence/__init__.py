"""The defence door."""
