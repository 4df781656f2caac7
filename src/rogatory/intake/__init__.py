"""A request arrives: a case file is read, checked and turned into what the other rooms understand."""
