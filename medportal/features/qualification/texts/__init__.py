"""Words of qualification: of records and the pack, of what is wrong with a record, of the pages."""
