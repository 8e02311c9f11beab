"""The demo website: invented visits that are believable and the same on every run."""
