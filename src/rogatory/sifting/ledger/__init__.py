"""The ledger: what was found in each content, written down once, in a file or in PostgreSQL."""
