"""What must hold across files: names, clauses, pages, quizzes, help, and what is published."""
