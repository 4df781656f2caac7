"""What every page shares: its frame, its marks, its headers, its errors, and what is told of the machine."""
