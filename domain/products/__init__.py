"""What the vendor sells: product domains and the table of MCU models. Absent: prices and stock."""
