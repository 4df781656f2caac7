"""The desk: where people of the requested state do their work."""
