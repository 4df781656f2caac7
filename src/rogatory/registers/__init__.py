"""What is already known: registers, each with its custodian, and how they are read in and given out."""
