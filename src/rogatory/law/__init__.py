"""What binds the requested state: norms with their sources, the questions they ask, how they are judged."""
