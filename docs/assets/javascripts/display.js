/* How pages are shown, as the reader likes it; the ways to the whiteboard and to reading aloud. Kept only when asked. */
"use strict";

(() => {
  const { add, all, bring, createAll, loadOnce, part, parts, steady } = school;
  const root = document.documentElement;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /* Safari before 15.4 has no windows within a page. */
  const windows = document.createElement("dialog").showModal;

  /**
   * Fetches the style and the scripts that a button names.
   *
   * @param {HTMLElement} button
   * @param {() => void} then
   */
  function bringOwn(button, then) {
    const { style, script } = button.dataset;
    bring(button, `${style} ${script}`.split(" "), then);
  }

  /* Optional letters are shown only if they are there at the first paint: on a disk, or chosen later, they are not. */
  let brought = false;
  school.bringLetters = () => {
    if (brought || !getComputedStyle(document.body).fontFamily.includes("School Reader")) return;
    brought = true;
    ["400", "700"].forEach((weight) => {
      const url = new URL(`../fonts/school-reader-${weight}.woff2`, here);
      const letters = new FontFace("School Reader", `url(${url})`, { weight });
      /* Without them, it stays as it is. */
      letters.load().then(() => document.fonts.add(letters), () => {});
    });
  };

  /* What the panel holds comes when it is first opened. */
  createAll('[data-part="display"]', /** @param {HTMLDetailsElement} details */ (details) => {
    details.hidden = false;
    details.addEventListener("click", (event) => {
      if (details.querySelector("form")) return;
      event.preventDefault();
      bringOwn(details, () => { details.open = true; });
    });
  });

  createAll('[data-part="whiteboard"]', (button) => {
    button.hidden = !windows;
    button.addEventListener("click", () => bringOwn(button, () => school.openWhiteboard(button)));
  });

  /* Without a script it is a link to a list of all pages. With one it is a button, and search comes at its first press. */
  createAll('[data-part="search"]', (link) => {
    const button = add(document.body, "button", link.className);
    Object.assign(button.dataset, link.dataset);
    button.setAttribute("aria-expanded", "false");
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => bringOwn(button, () => school.toggleSearch(button)));
  });

  /**
   * A button for each step: a heading and what follows it; in a lesson, for each page. A quiz has its own.
   *
   * @param {HTMLElement} main
   */
  function readSteps(main) {
    /** @param {string} of what it reads, in words */
    const offer = (of) => {
      const button = add(main, "button", "aloud", "Read this to me");
      button.hidden = true;
      button.dataset.part = "listen";
      /* To those who hear it, it says which of many it is. */
      add(button, "span", "unseen", " " + of);
      return button;
    };
    all(main, ".spread").forEach((page, number) => {
      const heading = page.querySelector("h2");
      if (!page.querySelector(".quiz")) page.prepend(offer(heading ? heading.textContent : "page " + (number + 1)));
    });
    all(main, "h1, h2").forEach((heading, number) => {
      const next = heading.nextElementSibling;
      if (!next || next.matches("h2, .quiz, .book") || heading.closest(".routes, .spread")) return;
      heading.id = heading.id || "step-" + number;
      const button = offer(heading.textContent);
      button.dataset.of = heading.id;
      const tools = heading.previousElementSibling;
      if (tools && tools.matches(".lesson-links")) tools.append(button);
      else if (heading.matches("main > h2")) heading.before(button);
      else heading.after(button);
    });
  }

  createAll("body", (body) => {
    const speech = window.speechSynthesis;
    if (!speech) return;

    /* Only with an English voice of the device's own: nothing is sent to be spoken elsewhere. Not while a browser
       translates the page, which changes its language: that voice cannot read those words. */
    function offer() {
      const voices = speech.getVoices();
      const there = /^en(-|$)/i.test(root.lang) && Array.isArray(voices)
        && voices.some((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang));
      parts(body, "listen").forEach((button) => { button.hidden = !there; });
    }

    const main = part(body, "aloud");
    if (main) readSteps(main);
    if (!part(body, "listen")) return;
    let again = 0;
    body.addEventListener("click", (event) => {
      /** @type {HTMLElement | null} */
      const button = /** @type {Element} */ (event.target).closest('[data-part="listen"]');
      if (!button) return;
      /* An iPad speaks later only if it has spoken, were it nothing, within the press itself. */
      if (!school.readAloud) speech.speak(new SpeechSynthesisUtterance(""));
      /* A second press, before the script is there, ends it. */
      if (button.dataset.coming) again += 1;
      bring(button, [new URL("read-aloud.js", here).href], () => {
        for (again += 1; again; again -= 1) school.readAloud(button);
      });
    });
    /* On older Safari it is no event target. */
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
    new MutationObserver(offer).observe(root, { attributeFilter: ["lang"] });
    offer();
  });

  /* A quiz's style and scripts come when its reader is a screen or a page away from it. Who jumps to it sees it plain for a moment, without
     what they will hide; what is pressed brings them. Where they don't come, it is what it is without scripts, and its buttons ask again. */
  const BUTTONS = '[data-part="board"], [data-part="check"], [data-part="finish"], [data-part="again"]';
  const quizzes = () => createAll("[data-near]", (quiz) => {
    let files = String(quiz.dataset.near).split(" ");
    const end = () => { delete quiz.dataset.coming; };
    const come = () => {
      files = [];
      end();
    };
    const watch = new IntersectionObserver((places) => {
      if (places.some((place) => place.isIntersecting)) loadOnce(files, come, end);
    }, { rootMargin: "100%" });
    quiz.dataset.coming = "yes";
    all(quiz, BUTTONS).forEach((button) => { button.hidden = button.matches('[data-part="board"]') && !windows; });
    quiz.addEventListener("click", (event) => {
      /** @type {HTMLElement | null} */
      const button = /** @type {Element} */ (event.target).closest(BUTTONS + ', [data-coming] [data-part="way"]');
      if (!button || !files[0]) return;
      event.preventDefault();
      /* Nor does the quiz hear it: its script may have come for another, and its story's not yet. */
      event.stopPropagation();
      bring(button, files, () => {
        come();
        button.click();
      });
    }, true);
    watch.observe(quiz);
    const page = quiz.closest(".spread");
    if (page && page.previousElementSibling) watch.observe(page.previousElementSibling);
  });
  if (document.querySelector("[data-near]")) steady(quizzes);

  if (location.protocol === "file:" || root.dataset.letters) school.bringLetters();
})();
