"""Charts as plain values: numbers in words, places on the screen, sheets to save. Nothing is drawn here twice."""
