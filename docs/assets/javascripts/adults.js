/* Adults' pages work without this script. It makes the menu's button one, and lets a key leave the menu. It keeps nothing. */
"use strict";

school.createAll(".head__menu", /** @param {HTMLLabelElement} label */ (label) => {
  const menu = /** @type {HTMLElement} */ (document.querySelector(".menu"));
  const box = /** @type {HTMLInputElement} */ (document.getElementById(label.htmlFor));
  const button = school.add(document.body, "button", label.className);
  button.id = label.htmlFor;
  button.setAttribute("aria-controls", menu.id);
  button.append(...label.childNodes);
  label.replaceWith(button);
  if (box === document.activeElement) button.focus();
  box.remove();
  document.documentElement.classList.add("scripted");

  const isOpen = () => menu.classList.contains("menu--open");
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("menu--open", open);
  };
  show(box.checked); // who was faster than this script stays in the menu
  button.addEventListener("click", () => show(!isOpen()));
  /* A page out of the browser's memory has its menu as it was left. */
  addEventListener("pageshow", (event) => event.persisted && show(false));
  menu.addEventListener("click", (event) => /** @type {Element} */ (event.target).closest("a") && show(false));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    button.focus();
    show(false);
  });
});

/* What is too wide for the screen can be scrolled with the arrow keys. */
school.createAll("article table, article pre > code", (wide) => {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
});
