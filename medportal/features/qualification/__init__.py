"""Qualification: the OMS policy, education, admission to work and the place of work; what is proven and what is missing."""
