/* Turns the pages of a lesson. Without it, the pages stand one below the other; on paper they always do. */
(function () {
  "use strict";

  const book = document.querySelector('[data-module="book"]');
  const pages = [...book.children].filter((one) => one.matches(".spread"));
  const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
  const OWN_KEYS = "a, button, input, select, summary, textarea, dialog, audio, video";
  const FAR = 60; /* px that a finger moves to turn the page */
  const main = book.closest("main");
  let at = 0, touched = null;

  function make(parent, tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    if (tag === "button") element.type = "button";
    element.textContent = text;
    parent.append(element);
    return element;
  }

  const bar = make(book, "nav", "turn", "");
  bar.setAttribute("aria-label", "Pages");
  const back = make(bar, "button", "turn__button", "Back");
  const place = make(bar, "p", "turn__place", "");
  const dots = make(place, "span", "turn__dots", "");
  dots.setAttribute("aria-hidden", "true");
  back.setAttribute("aria-label", "Back a page");
  pages.forEach(() => make(dots, "span", "turn__dot", ""));
  const words = make(place, "span", "turn__words", "");
  const next = make(bar, "button", "turn__button turn__button--next", "Next");
  next.setAttribute("aria-label", "Next page");
  const whole = make(book, "button", "turn__whole", "");

  function show(number) {
    at = number;
    pages.forEach((page, one) => page.classList.toggle("spread--now", one === at));
    [...dots.children].forEach((dot, one) => dot.classList.toggle("turn__dot--now", one === at));
    words.textContent = `Page ${at + 1} of ${pages.length}`;
    back.disabled = !at;
    next.disabled = at === pages.length - 1;
    main.classList.toggle("page--within", at > 0 && turning());
  }

  const turning = () => book.classList.contains("book--turning");

  /* The page's heading, or the page itself, is where the reader is now. */
  function meet(page) {
    const heading = page.querySelector("h2") || page;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function go(way) {
    const number = at + way;
    if (!turning() || !pages[number]) return;
    document.dispatchEvent(new Event("pageturn")); /* whoever reads aloud stops */
    history.pushState(null, "", "#" + pages[number].id);
    show(number);
    meet(pages[number]);
  }

  function turn(on) {
    book.classList.toggle("book--turning", on);
    pages.forEach((page, number) => {
      if (on) page.setAttribute("aria-label", `Page ${number + 1} of ${pages.length}`);
      else page.removeAttribute("aria-label");
    });
    bar.hidden = !on;
    whole.textContent = on ? "Show all on one page" : "Show one page at a time";
    show(at);
  }

  /* An address names a page, or something on one. */
  function find() {
    const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const number = named ? pages.findIndex((page) => page.contains(named)) : 0;
    return { named, number };
  }

  function arrive() {
    const { named, number } = find();
    if (number < 0) return;
    show(number);
    if (named && turning() && !named.matches(".spread")) named.scrollIntoView();
  }

  back.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  whole.addEventListener("click", () => {
    turn(!turning());
    if (!turning()) pages[at].scrollIntoView();
  });
  addEventListener("popstate", arrive);
  document.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way || !turning() || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest(OWN_KEYS) || document.querySelector("dialog[open]")) return;
    /* Space and the page keys read a long page to its end first. */
    const sideways = event.key.startsWith("Arrow");
    const more = way > 0 ? innerHeight + scrollY < document.documentElement.scrollHeight - 4 : scrollY > 4;
    if (!sideways && more) return;
    event.preventDefault();
    if (!event.repeat) go(way);
  });
  book.addEventListener("touchstart", ({ touches }) => {
    touched = touches.length === 1 && { x: touches[0].clientX, y: touches[0].clientY };
  }, { passive: true });
  book.addEventListener("touchend", ({ changedTouches, target }) => {
    if (!touched || target.closest("input, select, table")) return;
    const x = changedTouches[0].clientX - touched.x, y = changedTouches[0].clientY - touched.y;
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? 1 : -1);
  }, { passive: true });

  turn(true);
  arrive();
})();
