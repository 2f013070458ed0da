"""The content model: what a school, policy, lesson, quiz and checklist are made of."""
