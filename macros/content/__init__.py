"""All content, checked: the library, what reads it, and where each clause of the policy is kept."""
