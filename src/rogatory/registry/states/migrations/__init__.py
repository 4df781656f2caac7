"""Migrations of the record of states."""
