"""Measurements: each figure beside a named peer, on the same work, in one run."""
