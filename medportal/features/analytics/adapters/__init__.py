"""Who opens spreadsheets and Parquet files for practices."""
