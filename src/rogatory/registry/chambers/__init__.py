"""The chambers: the docket, a remedy and what each party says, hearings, and their bundles."""
