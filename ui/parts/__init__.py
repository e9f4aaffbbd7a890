"""The pieces that the app's pages are put together from."""
