"""Lets ``python -m rogatory`` do what the command ``rogatory`` does."""

from rogatory.cli import main

if __name__ == "__main__":
    main()
