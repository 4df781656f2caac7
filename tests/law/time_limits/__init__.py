"""Time limits: worked dates, an oracle that counts day by day, and what must hold for every rule and day."""
