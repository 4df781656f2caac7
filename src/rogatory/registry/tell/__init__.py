"""The door for everybody: an allegation is sent without an account, and its answers are read with a code."""
