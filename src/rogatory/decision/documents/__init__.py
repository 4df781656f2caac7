"""Decisions and letters as documents: blocks of text in one language, fixed sentences, and how two are compared."""
