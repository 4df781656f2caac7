"""The defence door: pages of their own for the person concerned, counsel, and third parties who intervene."""
