"""What is on record about a state: its treaties, reservations and declarations, and sourced incidents."""
