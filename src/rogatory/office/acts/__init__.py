"""What each act writes down, from what somebody filled in, and what an act can be done to."""
