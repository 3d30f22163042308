"""Rules of qualification: how a record is settled, what the pack asks for, how institutions are found."""
