/* How pages are shown, as the reader likes it; the ways to the whiteboard and to reading aloud. Kept only when asked. */
(function () {
  "use strict";

  const root = document.documentElement;
  const here = document.currentScript.src;
  const find = (name, within = document) => within.querySelector(`[data-part="${name}"]`);

  /* Safari before 15.4 has no windows within a page. */
  const windows = window.HTMLDialogElement && HTMLDialogElement.prototype.showModal;

  /* Optional letters are shown only if they are there at the first paint: on a disk, or chosen later, they are not. */
  let brought = false;
  function bringLetters() {
    if (brought || !getComputedStyle(document.body).fontFamily.includes("School Reader")) return;
    brought = true;
    [400, 700].forEach((weight) => {
      const url = new URL(`../fonts/school-reader-${weight}.woff2`, here);
      const letters = new FontFace("School Reader", `url(${url})`, { weight });
      /* Without them, it stays as it is. */
      letters.load().then(() => document.fonts.add(letters), () => {});
    });
  }

  /* Fetches files one by one: each once, however many ask for it. What didn't come is asked for again the next time. */
  const came = new Set();
  const coming = new Map();
  function load(addresses, then, failed) {
    const address = addresses.find((each) => !came.has(each));
    if (!address) return then();
    if (!coming.has(address)) {
      const style = address.endsWith(".css");
      const file = document.createElement(style ? "link" : "script");
      Object.assign(file, style ? { rel: "stylesheet", href: address } : { src: address });
      file.addEventListener("load", () => came.add(address));
      file.addEventListener("error", () => {
        coming.delete(address);
        file.remove();
      });
      coming.set(address, file);
      document.head.append(file);
    }
    coming.get(address).addEventListener("load", () => load(addresses, then, failed));
    coming.get(address).addEventListener("error", failed);
  }

  /* Fetches what a press needs. */
  function bring(button, addresses, then) {
    /* Two presses open one. */
    if (button.dataset.coming) return;
    const after = button.nextElementSibling;
    let said = after && after.localName === "output" ? after : null;
    if (said) said.textContent = "";
    button.dataset.coming = "yes";
    load(addresses, () => {
      delete button.dataset.coming;
      then();
    }, () => {
      delete button.dataset.coming;
      if (!said) button.after(said = document.createElement("output"));
      /* So that it is heard. */
      setTimeout(() => { said.textContent = "It didn’t come. Check the internet and press again."; }, 50);
    });
  }

  /* What the panel holds comes when it is first opened. */
  function panel() {
    const details = find("display");
    if (!details) return;
    details.hidden = false;
    details.addEventListener("click", (event) => {
      if (details.querySelector("form")) return;
      event.preventDefault();
      bring(details, [details.dataset.style, details.dataset.script], () => { details.open = true; });
    });
  }

  /* A quiz's style and scripts come when its reader is a screen or a page away from it. Until then it looks as they will leave it,
     and what is pressed brings them. Where they don't come, it is what it is without scripts, and its buttons ask again. */
  function quizzes() {
    const BUTTONS = ["board", "check", "finish", "again"].map((name) => `[data-part="${name}"]`).join();
    const all = [...document.querySelectorAll('[data-module="quiz"]')];
    const files = [...new Set(all.map((quiz) => quiz.dataset.near).join(" ").split(" "))];
    const end = () => all.forEach((quiz) => { delete quiz.dataset.coming; });
    const near = new IntersectionObserver((places) => {
      if (places.some((place) => place.isIntersecting)) load(files, end, end);
    }, { rootMargin: "100%" });
    all.forEach((quiz) => {
      quiz.dataset.coming = "yes";
      quiz.querySelectorAll(BUTTONS).forEach((button) => { button.hidden = button.matches('[data-part="board"]') && !windows; });
      quiz.addEventListener("click", (event) => {
        const button = event.target.closest(BUTTONS + ', [data-coming] [data-part="way"]');
        if (!button || files.every((each) => came.has(each))) return;
        event.preventDefault();
        bring(button, files, () => {
          end();
          button.click();
        });
      });
      near.observe(quiz);
      const page = quiz.closest(".spread");
      if (page && page.previousElementSibling) near.observe(page.previousElementSibling);
    });
  }

  function whiteboard() {
    const button = find("whiteboard");
    if (!button || !windows) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      bring(button, [button.dataset.style, button.dataset.script], () => window.schoolWhiteboard.open(button));
    });
  }

  /* Without a script it is a link to a list of all pages. With one it is a button, and search comes at its first press. */
  function searching() {
    const link = find("search");
    if (!link) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: link.className });
    Object.assign(button.dataset, link.dataset);
    button.setAttribute("aria-expanded", "false");
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => {
      bring(button, [button.dataset.style, button.dataset.script], () => window.schoolSearch.toggle(button));
    });
  }

  /* A button for each step: a heading and what follows it; in a lesson, for each page. A quiz has its own. */
  function readSteps(main) {
    const offer = (of, place) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "aloud", textContent: "Read this to me", hidden: true });
      button.dataset.part = "listen";
      /* To those who hear it, it says which of many it is. */
      button.append(Object.assign(document.createElement("span"), { className: "unseen", textContent: " " + of }));
      place(button);
      return button;
    };
    main.querySelectorAll(".spread").forEach((page, number) => {
      const heading = page.querySelector("h2");
      if (!page.querySelector(".quiz")) offer(heading ? heading.textContent : "page " + (number + 1), (button) => page.prepend(button));
    });
    main.querySelectorAll("h1, h2").forEach((heading, number) => {
      const next = heading.nextElementSibling;
      if (!next || next.matches("h2, .quiz, .book") || heading.closest(".routes, .spread")) return;
      heading.id = heading.id || "step-" + number;
      offer(heading.textContent, (button) => {
        const tools = heading.previousElementSibling;
        if (tools && tools.matches(".lesson-links")) tools.append(button);
        else if (heading.matches("main > h2")) heading.before(button);
        else heading.after(button);
      }).dataset.of = heading.id;
    });
  }

  function reading() {
    const speech = window.speechSynthesis;
    if (!speech) return;

    /* Only with an English voice of the device's own: nothing is sent to be spoken elsewhere. Not while a browser
       translates the page, which changes its language: that voice cannot read those words. */
    function offer() {
      const voices = speech.getVoices();
      const there = /^en(-|$)/i.test(root.lang) && Array.isArray(voices)
        && voices.some((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang));
      document.querySelectorAll('[data-part="listen"]').forEach((button) => { button.hidden = !there; });
    }

    const main = find("aloud");
    if (main) readSteps(main);
    if (!find("listen")) return;
    let again = 0;
    document.addEventListener("click", (event) => {
      const button = event.target.closest('[data-part="listen"]');
      if (!button) return;
      /* An iPad speaks later only if it has spoken, were it nothing, within the press itself. */
      if (!window.schoolAloud) speech.speak(new SpeechSynthesisUtterance(""));
      /* A second press, before the script is there, ends it. */
      if (button.dataset.coming) again += 1;
      bring(button, [String(new URL("read-aloud.js", here))], () => {
        for (again += 1; again; again -= 1) window.schoolAloud.toggle(button);
      });
    });
    /* On older Safari it is no event target. */
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
    new MutationObserver(offer).observe(root, { attributeFilter: ["lang"] });
    offer();
  }

  function letters() { if (location.protocol === "file:" || root.dataset.letters) bringLetters(); }

  window.schoolDisplay = { bring, bringLetters, windows };
  /* One that fails takes no other with it. */
  [panel, whiteboard, searching, reading, letters, quizzes].forEach((start) => {
    try {
      start();
    } catch (error) {
      console.error(error);
    }
  });
})();
