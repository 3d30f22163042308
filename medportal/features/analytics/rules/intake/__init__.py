"""Files of practices: read in whatever shape they come, freed of patients, understood column by column."""
