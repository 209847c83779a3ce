"""What dialogs of several matters share: words, questions, parts. Absent: any dialog of one matter alone."""
