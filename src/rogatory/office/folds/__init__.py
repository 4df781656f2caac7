"""What the entries of a case come to: its documents, links, remedies, limits, what is owed, folded anew."""
