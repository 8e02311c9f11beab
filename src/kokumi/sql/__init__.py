"""SQL fragments: text and parameters, inseparable; values are only ever bound."""
