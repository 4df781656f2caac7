"""What should not stay as it is, seen over many cases: each alarm says why, since when and by which rule."""
