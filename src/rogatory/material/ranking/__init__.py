"""The order in which people read: what is likely to matter first. It orders human work, and clears nothing."""
