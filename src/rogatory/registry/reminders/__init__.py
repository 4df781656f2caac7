"""What somebody is told outside the pages: days in their own calendar, and letters before a time limit ends."""
