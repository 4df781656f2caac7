"""Inquiries: an allegation of repression from abroad or of torture, from the day it is lodged to its reasoned end.

Every allegation is investigated effectively (PACE Resolution 2509 (2023), point 15.1; ECHR, Articles 2, 3 and 13; UN
Convention against Torture, Articles 12 and 13), or it is said with reasons, and by two people, why it is not. Here
stands what an allegation is, which steps an inquiry takes and why, what makes it effective, who may not lead it, and
what waits meanwhile. Whoever lodges, leads, concludes and decides is a human; nothing here weighs a person or a state.
"""
