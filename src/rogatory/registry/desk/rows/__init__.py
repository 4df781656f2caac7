"""What the pages show, line by line, in the language of who reads."""
