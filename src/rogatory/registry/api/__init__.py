"""The API: everything the pages can do, for programs. Start reading at `root`."""
