// The rules of html-validate for the built pages. Each that is left out or changed says why.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How the source looks, which no reader sees.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "attr-quotes": "off",
    // A title ends with the school's name, however long that is.
    "long-title": "off",
    // Where a telephone number breaks at the end of a line is a matter of taste, and does not change what it dials.
    "tel-non-breaking": "off",
    // A checklist and the search send nothing, so they have nothing to submit; a quiz's button is tested in the browser.
    "wcag/h32": "off",
    // HTML allows an id that begins with a number, as that of a step of a lesson; the rule's own form is a style.
    "valid-id": ["error", { relaxed: true }],
    // Checkboxes of one question share a name, as radio buttons do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
  },
};
