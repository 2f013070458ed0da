// Puts words into GOV.UK's own template. In: a file of JSON, [{title, content}]. Out: JSON, the HTML of each page.
import { readFileSync } from "node:fs";
import nunjucks from "nunjucks";

// As “Use precompiled files” and “Page template” of GOV.UK Frontend have it.
const PAGE = `{% extends "govuk/template.njk" %}
{% block pageTitle %}{{ title }}{% endblock %}
{% block head %}<link rel="stylesheet" href="/govuk-frontend.min.css">{% endblock %}
{% block content %}{{ content | safe }}{% endblock %}
{% block bodyEnd %}<script type="module" src="/govuk-frontend.min.js"></script>
<script type="module">import { initAll } from "/govuk-frontend.min.js"; initAll()</script>{% endblock %}`;

const templates = nunjucks.configure("node_modules/govuk-frontend/dist", { autoescape: true });
const pages = JSON.parse(readFileSync(process.argv[2], "utf-8"));
process.stdout.write(JSON.stringify(pages.map((page) => templates.renderString(PAGE, page))));
