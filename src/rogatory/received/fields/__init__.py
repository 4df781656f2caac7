"""Each field a letter may tell, read by a module of its own: where it stands, its value, and by which rule."""
