"""The review of seized material: pages for whoever stands behind the wall, and counts for everybody outside it."""
