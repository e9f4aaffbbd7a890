"""The domain's knowledge as data. Each table has a typed loader beside it; each row carries examples that tests run."""
