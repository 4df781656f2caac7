"""Tags and marks of the pages."""
