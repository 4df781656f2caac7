"""Who signs in: accounts, and how they prove who they are. What an account may do is said elsewhere, by mandates."""
