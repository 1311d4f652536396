"""Pure rules: no Django, no clock, no input or output. Each docstring cites its article or document."""
