"""Cases as they are read: copies made of the journal's entries, and the door in front of them."""
