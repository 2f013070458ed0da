// Adults' pages work without this script, but for search. It fetches the theme's script when search is first used, and
// lets a keyboard open, leave and close the menu and search. It keeps nothing.
(() => {
  const here = document.currentScript;
  const root = document.documentElement;
  const [drawer, search] = ["drawer", "search"].map((name) => document.querySelector(`[data-md-toggle=${name}]`));
  const box = document.querySelector(".md-search");
  const menu = document.querySelector(".menu");
  root.classList.add("scripted");
  // From a disk, a browser lets no search run, unless a stand-in for Worker has been loaded.
  const canSearch = box && (location.protocol !== "file:" || !String(window.Worker).includes("native code"));
  root.classList.toggle("no-search", !canSearch);

  const close = (toggle) => toggle.checked && toggle.click();

  for (const toggle of [drawer, search].filter(Boolean)) {
    const tell = () => {
      toggle.setAttribute("aria-expanded", toggle.checked);
      if (toggle === drawer) menu.classList.toggle("menu--open", toggle.checked);
    };
    toggle.addEventListener("change", tell);
    // A browser may remember an open menu when the reader comes back; one that is opened on a slow page stays open.
    const shut = () => { toggle.checked = false; tell(); };
    shut();
    addEventListener("pageshow", (event) => event.persisted && shut());
    toggle.addEventListener("keydown", (event) => event.key === "Enter" && toggle.click());
  }

  menu.addEventListener("click", (event) => event.target.closest("a") && close(drawer));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.focus();
    close(drawer);
  });

  // What is too wide for the screen can be scrolled with the arrow keys.
  for (const wide of document.querySelectorAll(".md-typeset table, .md-typeset pre > code")) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }

  if (!canSearch) return;
  const query = box.querySelector("input");

  // What didn't come is asked for again at the next press.
  const fetchSearch = () => {
    const address = here.dataset.search;
    if (!address) return;
    const script = document.createElement("script");
    script.src = address;
    script.onerror = () => {
      here.dataset.search = address;
      script.remove();
      box.querySelector("[role=status]").textContent = "It didn’t come. Check the internet and press again.";
    };
    delete here.dataset.search;
    document.body.append(script);
  };

  // The theme puts blocks into what opens more results: valid HTML has only words there.
  const found = box.querySelector("ol");
  new MutationObserver(() => {
    for (const block of found.querySelectorAll("summary > div")) {
      const words = document.createElement("span");
      words.append(...block.childNodes);
      block.replaceWith(words);
    }
  }).observe(found, { childList: true, subtree: true });

  query.addEventListener("focus", () => { fetchSearch(); search.checked || search.click(); });
  search.addEventListener("change", () => {
    if (search.checked) return query.focus();
    query.blur();
    search.focus(); // does nothing on a wide screen, where this toggle is not shown
  });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    fetchSearch();
    const first = box.querySelector("[href]");
    if (first) first.focus();
  });
  box.querySelector(".md-search__close").addEventListener("click", () => close(search));
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && event.relatedTarget !== search && !box.contains(event.relatedTarget)) close(search);
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target) && !event.target.closest("label, input")) close(search);
  });

  // Before the theme's own keys: it would close search at Tab, put the focus back into the field at Shift (and so lead
  // Shift and Tab out of search), and take single letters as commands.
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (!search.checked) return;
      close(search);
    } else if (search.checked && /^(?:Tab|Shift)$/.test(event.key)) {
      box.querySelectorAll("[tabindex]").forEach((link) => link.removeAttribute("tabindex"));
    } else if (search.checked || !/^[fs/]$/.test(event.key) || event.target.closest && event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.stopImmediatePropagation();
  }, true);
})();
