"""Who sits at the table, and what each may do."""
