"""A content is read in a process of its own, within a budget, and ends in one state."""
