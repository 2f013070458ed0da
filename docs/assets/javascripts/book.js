/* Turns the pages of a lesson. Without it, the pages stand one below the other; on paper they always do. */
"use strict";

school.createAll('[data-module="book"]', (book) => {
  const { add, all, hasMore, wayOf } = school;
  const QUESTIONS = ":scope > .quiz__question";
  /* A page is a spread; of the quiz, one question, and then its end. */
  /** @typedef {{spread: HTMLElement, quiz?: HTMLElement, question?: HTMLElement}} Page */
  /** @type {Page[]} */
  const pages = all(book, ":scope > .spread").flatMap((spread) => {
    const [quiz] = all(spread, ".quiz");
    if (!quiz) return [{ spread }];
    return [...all(quiz, QUESTIONS), undefined].map((question) => ({ spread, quiz, question }));
  });
  const OWN_KEYS = "a, button, input, select, summary, textarea";
  /* The address of all pages, one below the other. */
  const WHOLE = "#whole";
  /* Px that a finger moves to turn the page. */
  const FAR = 60;
  const main = /** @type {HTMLElement} */ (book.closest("main"));
  let at = 0, /** @type {{x: number, y: number} | undefined} */ touched;

  const bar = add(book, "nav", "turn");
  bar.setAttribute("aria-label", "Pages");
  const back = add(bar, "button", "button button--narrow", "Back");
  const place = add(bar, "p", "turn__place");
  const dots = add(place, "span", "turn__dots");
  dots.setAttribute("aria-hidden", "true");
  back.setAttribute("aria-label", "Back a page");
  pages.forEach(() => add(dots, "span", "turn__dot"));
  const words = add(place, "span", "turn__words");
  const next = add(bar, "button", "button button--main button--narrow", "Next");
  next.setAttribute("aria-label", "Next page");
  const whole = add(book, "button", "turn__whole");

  /** @param {number} number */
  function show(number) {
    const { spread, quiz, question } = pages[at = number];
    all(book, ".spread").forEach((one) => one.classList.toggle("spread--now", one === spread));
    if (quiz) {
      quiz.classList.toggle("quiz--end", !question);
      spread.classList.toggle("spread--within", at > 0 && pages[at - 1].quiz === quiz);
      all(quiz, QUESTIONS).forEach((one) => one.classList.toggle("question--now", one === question));
    }
    all(dots, "span").forEach((dot, one) => dot.classList.toggle("turn__dot--now", one === at));
    words.textContent = `Page ${at + 1} of ${pages.length}`;
    back.disabled = !pages[beside(-1)];
    next.disabled = !pages[beside(1)];
    main.classList.toggle("page--within", at > 0 && turning());
  }

  /**
   * The next page on one side; a question that is not asked again is passed over.
   *
   * @param {number} way
   */
  function beside(way) {
    let number = at + way;
    while (isPassed(pages[number])) number += way;
    return number;
  }

  /** @param {Page | undefined} page */
  function isPassed(page) { return page && page.question && page.question.hidden; }

  const turning = () => book.classList.contains("book--turning");

  /**
   * The page's heading, or the page itself, is where the reader is now.
   *
   * @param {Page} page
   */
  function meet({ spread, question }) {
    /** @type {HTMLElement} */
    const heading = question && question.querySelector(".quiz__ask") || spread.querySelector("h2") || spread;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {Page} page */
  function address({ spread, question }) {
    return "#" + (question ? all(question, ".quiz__ask")[0] : spread).id;
  }

  /** @param {number} way */
  function go(way) {
    const number = beside(way);
    const page = pages[number];
    if (!page || !turning()) return;
    /* Whoever reads aloud stops. */
    document.dispatchEvent(new Event("pageturn"));
    history.pushState(null, "", address(page));
    show(number);
    meet(page);
  }

  /** @param {boolean} on */
  function turn(on) {
    book.classList.toggle("book--turning", on);
    bar.hidden = !on;
    whole.textContent = on ? "Show all on one page" : "Show one page at a time";
    show(at);
  }

  /**
   * Where something stands: the page of its question, or the first of its spread.
   *
   * @param {Element} element
   */
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
  book.addEventListener("wanted", ({ target }) => show(pageOf(/** @type {Element} */ (target))));
  addEventListener("popstate", arrive);
  document.addEventListener("keydown", (event) => {
    const way = wayOf(event);
    if (!way || !turning() || event.defaultPrevented) return;
    if (/** @type {Element} */ (event.target).closest(OWN_KEYS) || document.querySelector("dialog[open]")) return;
    /* Space and the page keys read a long page to its end first. */
    if (!event.key.startsWith("Arrow") && hasMore(document.documentElement, way)) return;
    event.preventDefault();
    if (!event.repeat) go(way);
  });
  book.addEventListener("touchstart", ({ touches }) => {
    touched = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : undefined;
  }, { passive: true });
  book.addEventListener("touchend", ({ changedTouches, target }) => {
    /* Who has enlarged the page moves about on it. */
    const zoom = window.visualViewport;
    if (!touched || /** @type {Element} */ (target).closest("input, select, table") || zoom && zoom.scale > 1) return;
    const x = changedTouches[0].clientX - touched.x, y = changedTouches[0].clientY - touched.y;
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? 1 : -1);
  }, { passive: true });

  arrive();
});
