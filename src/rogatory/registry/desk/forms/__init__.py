"""What the pages ask to be filled in, for each act."""
