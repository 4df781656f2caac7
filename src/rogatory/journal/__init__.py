"""The journal: what cannot be rewritten. Tree, checkpoints, proofs and their forms, without storage."""
