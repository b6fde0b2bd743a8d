"""One search for two languages: words are folded the same way when stored and when asked."""
