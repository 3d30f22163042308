"""Reviews: a person of the staff decides about something that rules could not settle by themselves."""
