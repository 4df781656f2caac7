"""The registry: the Django project that stores, shows and authenticates. It decides nothing."""
