"""What the public is told in numbers, so that nobody is told apart in them."""
