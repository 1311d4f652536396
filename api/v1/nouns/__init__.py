"""The nouns of the API, one file each: shape, filters, rows in their order, and the kinds of fact behind them."""
