"""The reports: each is one module with its parameters, one SQL statement, and the arithmetic on its rows."""
