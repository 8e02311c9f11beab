"""Events from elsewhere: invented ones to try everything on, and those of other analytics servers."""
