// Adults' pages work without this script. It lets a keyboard open, leave and close the menu. It keeps nothing.
(() => {
  const drawer = document.querySelector("[data-md-toggle=drawer]");
  const menu = document.querySelector(".menu");
  document.documentElement.classList.add("scripted");

  const tell = () => {
    drawer.setAttribute("aria-expanded", drawer.checked);
    menu.classList.toggle("menu--open", drawer.checked);
  };
  // A browser may remember an open menu when the reader comes back; one that is opened on a slow page stays open.
  const shut = () => { drawer.checked = false; tell(); };
  const close = () => drawer.checked && drawer.click();
  shut();
  drawer.addEventListener("change", tell);
  drawer.addEventListener("keydown", (event) => event.key === "Enter" && drawer.click());
  addEventListener("pageshow", (event) => event.persisted && shut());
  menu.addEventListener("click", (event) => event.target.closest("a") && close());
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.focus();
    close();
  });

  // What is too wide for the screen can be scrolled with the arrow keys.
  for (const wide of document.querySelectorAll(".md-typeset table, .md-typeset pre > code")) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
})();
