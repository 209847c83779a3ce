"""What screens ask over all matters: home, a number that is typed, who will decide. Absent: any rule of its own."""
