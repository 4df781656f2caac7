"""Tags of the defence door."""
