"""What is on record of a state: dated, cited, with its reply. It opens questions, answers none, and scores nobody."""
