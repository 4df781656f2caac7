"""Legal tests that several norms share, each named, sourced and defined once.

A test turns facts into what a court would find from them, so that a case file holds facts and never has to hold the
conclusion. Each can also be answered directly where only a body's own finding is known; such an answer is a conclusion
and the vocabulary says so.
"""
