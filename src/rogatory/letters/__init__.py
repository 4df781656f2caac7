"""Letters that leave: to the requesting state, to the person concerned and counsel, to those who must be consulted."""
