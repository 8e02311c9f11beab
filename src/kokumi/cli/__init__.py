"""The command `kokumi`: one module for each of its words."""
