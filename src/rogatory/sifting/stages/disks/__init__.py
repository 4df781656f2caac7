"""Disks as virtual machines keep them: where in the file each of their blocks stands.

Each form is a function from the number of a block to its place; nothing of a disk is written out, and no table is held
whole. No path that stands in an image is ever opened: an image that rests on another one is `partial`, and names it.
"""
