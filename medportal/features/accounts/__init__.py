"""Accounts: who a person is to the portal, how they prove it, and how long the portal believes them."""
