"""Documents as they were received: what can be read in them, and where, and what that proposes for the request."""
