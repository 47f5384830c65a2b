"""What a trainee is told of their own conduct: strengths, what to try, the own plan, how others experienced it.

Everything here is found in the record by stated rules, from acts of the seat itself and from what it could know.
"""
