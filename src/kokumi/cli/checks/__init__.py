"""What `kokumi doctor` looks at, one module for each kind of trouble."""
