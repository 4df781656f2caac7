"""The full text of a decision, for the file, the courts here, the person concerned and counsel.

Start at `full`; its parts are `facts` and `law`, and how things are called in both is `parts`. `unready` says why a
draft cannot be signed.
"""
