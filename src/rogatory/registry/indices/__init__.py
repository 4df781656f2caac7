"""What others measure of states, as this office has brought it in: releases, their door, and their charts."""
