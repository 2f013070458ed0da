/* How pages are shown, as the reader likes it; the ways to the whiteboard and to reading aloud. Kept only when asked. */
(function () {
  "use strict";

  const root = document.documentElement;
  const NAMES = ["size", "space", "letters", "colours"];
  const here = document.currentScript.src;
  const find = (name, within = document) => within.querySelector(`[data-part="${name}"]`);

  /* Optional letters are shown only if they are there at the first paint: on a disk, or chosen later, they are not. */
  let brought = false;
  function bringLetters() {
    if (brought || !getComputedStyle(document.body).fontFamily.includes("School Reader")) return;
    brought = true;
    [400, 700].forEach((weight) => {
      const url = new URL(`../fonts/school-reader-${weight}.woff2`, here);
      const letters = new FontFace("School Reader", `url(${url})`, { weight });
      letters.load().then(() => document.fonts.add(letters), () => {}); /* without them, it stays as it is */
    });
  }

  /* Fetches what a press needs, one by one. What didn't come is asked for again at the next press. */
  const came = new Set();
  function bring(button, addresses, then) {
    const address = addresses.find((each) => !came.has(each));
    if (!address) return then();
    if (button.dataset.coming) return; /* two presses open one */
    const after = button.nextElementSibling;
    let said = after && after.localName === "output" ? after : null;
    if (said) said.textContent = "";
    button.dataset.coming = "yes";
    const style = address.endsWith(".css");
    const file = document.createElement(style ? "link" : "script");
    Object.assign(file, style ? { rel: "stylesheet", href: address } : { src: address });
    file.onload = () => {
      came.add(address);
      delete button.dataset.coming;
      bring(button, addresses, then);
    };
    file.onerror = () => {
      file.remove();
      delete button.dataset.coming;
      if (!said) button.after(said = document.createElement("output"));
      setTimeout(() => { said.textContent = "It didn’t come. Check the internet and press again."; }, 50); /* so that it is heard */
    };
    document.head.append(file);
  }

  function panel() {
    const details = find("display");
    if (!details) return;
    const form = details.querySelector("form");
    const said = find("said", form);

    const choose = () => NAMES.forEach((name) => {
      const value = form.elements[name].value;
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
      if (name === "letters" && value) bringLetters();
    });
    const tick = () => NAMES.forEach((name) => { form.elements[name].value = root.dataset[name] || ""; });
    const say = (words) => { said.textContent = words; };
    const close = () => { details.open = false; };
    /* It ends within the screen, wherever its button is. */
    const fit = () => {
      form.style.maxHeight = Math.max(160, innerHeight - form.getBoundingClientRect().top - 5) + "px";
    };

    function keep(value) {
      try {
        if (value) localStorage.display = value;
        else delete localStorage.display;
        return true;
      } catch (error) {
        return false; /* the browser keeps nothing, and need not */
      }
    }

    tick();
    details.hidden = false;
    form.addEventListener("change", () => { choose(); say(""); fit(); });
    details.addEventListener("toggle", fit);
    addEventListener("resize", fit);
    find("remember", form).addEventListener("click", () => {
      const kept = keep(JSON.stringify(Object.assign({}, root.dataset), NAMES)); /* and no extension's marks */
      say(kept ? "This device will remember." : "This device does not let pages remember.");
    });
    find("forget", form).addEventListener("click", () => {
      keep("");
      form.reset();
      choose();
      say("Forgotten. Nothing is kept.");
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      close();
      details.querySelector("summary").focus();
    });
    details.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !details.contains(relatedTarget)) close();
    });
    document.addEventListener("click", (event) => { if (!details.contains(event.target)) close(); });
    /* A browser may put an earlier choice back into the form: what is shown is true. */
    window.addEventListener("pageshow", tick);
  }

  /* Safari before 15.4 has no windows within a page. */
  const windows = window.HTMLDialogElement && HTMLDialogElement.prototype.showModal;

  function whiteboard() {
    const button = find("whiteboard");
    if (!button || !windows) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      bring(button, [button.dataset.style, button.dataset.script], () => window.schoolWhiteboard.open(button));
    });
  }

  /* A button for each step: a heading and what follows it; in a lesson, for each page. A quiz has its own. */
  function readSteps(main) {
    const offer = (place) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "aloud", textContent: "Read this to me", hidden: true });
      button.dataset.part = "listen";
      place(button);
      return button;
    };
    main.querySelectorAll(".spread").forEach((page) => {
      if (!page.querySelector(".quiz")) offer((button) => page.prepend(button));
    });
    main.querySelectorAll("h1, h2").forEach((heading, number) => {
      const next = heading.nextElementSibling;
      if (!next || next.matches("h2, .quiz, .book") || heading.closest(".routes, .spread")) return;
      heading.id = heading.id || "step-" + number;
      offer((button) => {
        const tools = heading.previousElementSibling;
        if (tools && tools.matches(".lesson-links")) tools.append(button);
        else if (heading.matches("main > h2")) heading.before(button);
        else heading.after(button);
      }).setAttribute("aria-describedby", heading.id);
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
      if (button.dataset.coming) again += 1; /* a second press, before the script is there, ends it */
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

  window.schoolDisplay = { bring, windows };
  /* One that fails takes no other with it. */
  [panel, whiteboard, reading, letters].forEach((start) => {
    try {
      start();
    } catch (error) {
      console.error(error);
    }
  });
})();
