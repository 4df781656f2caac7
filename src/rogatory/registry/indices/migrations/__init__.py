"""The tables of what others measure of states, step by step."""
