"""The tables of the registers, step by step."""
