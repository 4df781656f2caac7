"""What is no case and goes through the door as well: mail, registers, staff, records of states, oversight."""
