"""The record of states in the office: entries, their door, and the pages of states."""
