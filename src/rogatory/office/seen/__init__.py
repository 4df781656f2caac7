"""What somebody sees of a case: the part that is open to them, and nothing that tells of the rest."""
