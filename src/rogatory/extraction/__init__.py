"""Reading files nobody can trust: in a process of its own, with limits, which ends in a state that has a name."""
