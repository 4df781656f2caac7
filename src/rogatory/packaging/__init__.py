"""The package for the requesting state: what was cleared, in a form that hides nothing, and nothing else."""
