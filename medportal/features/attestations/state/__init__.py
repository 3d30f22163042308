"""What a browser may see of the calendar, and its handlers: ids, findings and counters, never words of a person."""
