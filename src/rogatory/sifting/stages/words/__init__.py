"""Readers of words alone: of files the better readers fail over, or do not know.

Each takes out what stands there as text, without its layout, and nothing it would like to happen. What was read so of a
file over which a better reader failed is in state `partial`.
"""
