"""The demonstration's own pages: invented people, and letters that would have been sent. Outside it they do not exist."""
