"""Makes the site another school's: reads its policy, proposes ids by likeness, and writes what follows from them."""
