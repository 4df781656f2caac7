"""An invented seizure at a lawyer's place: who wrote what, and what of it must be withheld."""
