"""Remedies: how the person concerned challenges what is done, and what that stops at once."""
