"""Names of persons across scripts: how a name may be read, and whether two names can be one person's."""
