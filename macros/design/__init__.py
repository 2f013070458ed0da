"""How it looks: colours and their contrast, a school's own branding, components as HTML, their examples."""
