"""What stands against an act: the course of a case, the law, what holds it, and who may give it."""
