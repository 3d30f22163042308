"""Levels: what an account has reached, what moves it, what each level and fact opens, and who a person was proven to be."""
