"""Profile: who the person is: names, numbers, passport, address, place of work. Sealed at rest."""
