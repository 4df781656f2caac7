"""What was seized is walked through once, hashed and kept; nothing of it is parsed."""
