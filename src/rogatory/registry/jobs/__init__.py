"""What runs by itself: work that is due, and long work that somebody asked for."""
