"""Eyes from outside: what auditors see, alarms, samples, and public numbers."""
