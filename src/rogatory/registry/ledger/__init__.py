"""The journal as it is stored."""
