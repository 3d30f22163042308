"""The reader of passports: finds the code lines on a picture, reads them, and reads the printed fields around them."""
