"""Reports from templates: a template is a file of declarations, a report is plain values, a paper is drawn from these."""
