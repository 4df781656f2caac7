"""What others measure of states: readers of their data sets. Values stand side by side; nothing is made of them."""
