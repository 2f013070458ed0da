/* Turns the pages of a lesson. Without it, the pages stand one below the other; on paper they always do. */
(function () {
  "use strict";

  const book = document.querySelector('[data-module="book"]');
  /* A page is a spread; of the quiz, one question, and then its end. */
  const pages = [...book.children].filter((one) => one.matches(".spread")).flatMap((spread) => {
    const quiz = spread.querySelector(".quiz");
    if (!quiz) return [{ spread }];
    return [...quiz.querySelectorAll(":scope > .quiz__question"), null].map((question) => ({ spread, quiz, question }));
  });
  const spreads = [...new Set(pages.map((page) => page.spread))];
  const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
  const OWN_KEYS = "a, button, input, select, summary, textarea, dialog, audio, video";
  /* The address of all pages, one below the other. */
  const WHOLE = "#whole";
  /* Px that a finger moves to turn the page. */
  const FAR = 60;
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
    const { spread, quiz, question } = pages[at = number];
    spreads.forEach((one) => one.classList.toggle("spread--now", one === spread));
    if (quiz) {
      quiz.classList.toggle("quiz--turning", turning());
      quiz.classList.toggle("quiz--end", !question);
      spread.classList.toggle("spread--within", turning() && pages[at - 1] && pages[at - 1].quiz === quiz);
      quiz.querySelectorAll(":scope > .quiz__question").forEach((one) => one.classList.toggle("question--now", one === question));
    }
    [...dots.children].forEach((dot, one) => dot.classList.toggle("turn__dot--now", one === at));
    words.textContent = `Page ${at + 1} of ${pages.length}`;
    back.disabled = !beside(-1);
    next.disabled = !beside(1);
    main.classList.toggle("page--within", at > 0 && turning());
  }

  /* The next page on one side; a question that is not asked again is passed over. */
  function beside(way) {
    let number = at + way;
    while (pages[number] && pages[number].question && pages[number].question.hidden) number += way;
    return pages[number] && { page: pages[number], number };
  }

  const turning = () => book.classList.contains("book--turning");

  /* The page's heading, or the page itself, is where the reader is now. */
  function meet({ spread, question }) {
    const heading = question && question.querySelector(".quiz__ask") || spread.querySelector("h2") || spread;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function address({ spread, question }) {
    return "#" + (question ? question.querySelector(".quiz__ask").id : spread.id);
  }

  function go(way) {
    const found = turning() && beside(way);
    if (!found) return;
    /* Whoever reads aloud stops. */
    document.dispatchEvent(new Event("pageturn"));
    history.pushState(null, "", address(found.page));
    show(found.number);
    meet(found.page);
  }

  function turn(on) {
    book.classList.toggle("book--turning", on);
    book.querySelectorAll(".quiz").forEach((quiz) => quiz.classList.toggle("quiz--turning", on));
    bar.hidden = !on;
    whole.textContent = on ? "Show all on one page" : "Show one page at a time";
    show(at);
  }

  /* Where something stands: the page of its question, or the first of its spread. */
  function pageOf(element) {
    const own = pages.findIndex(({ question }) => question && question.contains(element));
    if (own >= 0) return own;
    const end = pages.findIndex(({ quiz, question }) => quiz && !question && quiz !== element && quiz.contains(element));
    return end >= 0 ? end : pages.findIndex(({ spread }) => spread.contains(element));
  }

  /* An address names a page, or something on one. */
  function arrive() {
    turn(location.hash !== WHOLE);
    const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const number = named ? pageOf(named) : 0;
    if (number < 0) return;
    show(number);
    if (named && turning()) scrollTo(0, 0);
  }

  back.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  whole.addEventListener("click", () => {
    turn(!turning());
    history.replaceState(null, "", turning() ? address(pages[at]) : WHOLE);
    if (turning()) meet(pages[at]);
    else (pages[at].question || pages[at].spread).scrollIntoView();
  });
  book.addEventListener("wanted", ({ target }) => show(pageOf(target)));
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
    /* Who has enlarged the page moves about on it. */
    if (!touched || target.closest("input, select, table") || window.visualViewport && visualViewport.scale > 1) return;
    const x = changedTouches[0].clientX - touched.x, y = changedTouches[0].clientY - touched.y;
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? 1 : -1);
  }, { passive: true });

  arrive();
})();
