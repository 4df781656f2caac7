"""What must be asked before anything is decided, who answers it, and what was found."""
