"""The deployment: which law this installation applies, and the situations its norms were approved in.

The one room that looks at what is installed on the machine, so that the rooms that judge take the law as an argument.
"""
