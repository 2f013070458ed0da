// Adults' pages work without this script. It makes the menu's button one, and lets a key leave the menu. It keeps nothing.
(() => {
  const label = document.querySelector(".head__menu");
  const menu = document.querySelector(".menu");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", id: label.htmlFor, className: label.className });
  button.setAttribute("aria-controls", menu.id);
  button.append(...label.childNodes);
  document.getElementById(label.htmlFor).remove();
  label.replaceWith(button);
  document.documentElement.classList.add("scripted");

  const isOpen = () => menu.classList.contains("menu--open");
  const show = (open) => {
    button.setAttribute("aria-expanded", open);
    menu.classList.toggle("menu--open", open);
  };
  show(false);
  button.addEventListener("click", () => show(!isOpen()));
  // A page out of the browser's memory has its menu as it was left.
  addEventListener("pageshow", (event) => event.persisted && show(false));
  menu.addEventListener("click", (event) => event.target.closest("a") && show(false));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    button.focus();
    show(false);
  });

  // What is too wide for the screen can be scrolled with the arrow keys.
  for (const wide of document.querySelectorAll("article table, article pre > code")) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
})();
