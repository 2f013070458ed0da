"""One lesson, checklist or policy in; the Markdown or HTML of each page it gives out."""
