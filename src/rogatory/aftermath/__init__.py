"""What comes after: breach and its mending, reparation, protection of who defends rights (PACE 2509, 15.3, 17.11)."""
