"""The review of a seizure at the door: who answers, objects and decides, item by item, in a stream of its own."""
