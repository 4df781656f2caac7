"""Commands about accounts, for `rogatory manage`."""
