/* How pages are shown: the reader's own size, space, letters and colours; the ways to the whiteboard and to reading aloud.
   Kept only when asked. */
(function () {
  "use strict";

  const root = document.documentElement;
  const KEY = "display";
  const here = document.currentScript.src;
  const find = (name, within = document) => within.querySelector(`[data-part="${name}"]`);

  /* A browser shows optional letters only if they are there at the first paint: on a disk, or chosen later, they are not. */
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

  function panel(details) {
    const form = details.querySelector("form");
    const names = ["size", "space", "letters", "colours"];
    const said = find("said", form);

    const choose = () => names.forEach((name) => {
      const value = form.elements[name].value;
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
      if (name === "letters" && value) bringLetters();
    });
    const tick = () => names.forEach((name) => { form.elements[name].value = root.dataset[name] || ""; });
    const say = (words) => { said.textContent = words; };

    function keep(value) {
      try {
        if (value) localStorage.setItem(KEY, value);
        else localStorage.removeItem(KEY);
        return true;
      } catch (error) {
        return false; /* the browser keeps nothing, and need not */
      }
    }

    tick();
    details.hidden = false;
    form.addEventListener("change", () => { choose(); say(""); });
    find("remember", form).addEventListener("click", () => {
      const kept = keep(JSON.stringify(Object.assign({}, root.dataset)));
      say(kept ? "This device will remember." : "This device does not let pages remember.");
    });
    find("forget", form).addEventListener("click", () => {
      keep("");
      form.reset();
      choose();
      say("Forgotten. Nothing is kept.");
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => { if (!details.contains(event.target)) details.open = false; });
    /* A browser may put its own earlier choice back into the form: what is shown is what is true. */
    window.addEventListener("pageshow", tick);
  }

  function whiteboard(button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (window.schoolWhiteboard) return window.schoolWhiteboard.open(button);
      if (button.dataset.coming) return; /* two presses open one whiteboard */
      button.dataset.coming = "yes";
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = button.dataset.style;
      const script = document.createElement("script");
      script.src = button.dataset.script;
      let left = 2;
      style.onload = script.onload = () => { if (!--left) window.schoolWhiteboard.open(button); };
      document.head.append(style, script);
    });
  }

  /* A button for each step of a page for learners: a heading and what follows it. A quiz has its own. */
  function readSteps(main) {
    main.querySelectorAll("h1, h2").forEach((heading, number) => {
      const next = heading.nextElementSibling;
      if (!next || next.matches("h2, .quiz") || heading.closest(".routes")) return;
      const button = document.createElement("button");
      heading.id = heading.id || "step-" + number;
      Object.assign(button, { type: "button", className: "aloud", textContent: "Read this to me", hidden: true });
      button.dataset.part = "listen";
      button.setAttribute("aria-describedby", heading.id);
      const tools = heading.previousElementSibling;
      if (tools && tools.matches(".lesson-links")) tools.append(button);
      else if (heading.matches("main > h2")) heading.before(button);
      else heading.after(button);
    });
  }

  /* Only where the device itself has an English voice: nothing is sent to be spoken elsewhere. */
  function offerReading() {
    const there = speechSynthesis.getVoices().some((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang));
    document.querySelectorAll('[data-part="listen"]').forEach((button) => { button.hidden = !there; });
  }

  function read(event) {
    const button = event.target.closest('[data-part="listen"]');
    if (!button) return;
    if (window.schoolAloud) return window.schoolAloud.toggle(button);
    /* An iPad speaks later only if it has spoken, were it nothing, within the press itself. */
    speechSynthesis.speak(new SpeechSynthesisUtterance(""));
    const script = document.createElement("script");
    script.src = new URL("read-aloud.js", here);
    script.onload = () => window.schoolAloud.toggle(button);
    document.head.append(script);
  }

  if (location.protocol === "file:" || root.dataset.letters) bringLetters();
  const main = find("aloud");
  if (main) readSteps(main);
  if (find("listen") && "speechSynthesis" in window) {
    document.addEventListener("click", read);
    /* On older Safari it is no event target. */
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", offerReading);
    offerReading();
  }
  const details = find("display");
  if (details) panel(details);
  const button = find("whiteboard");
  if (button) whiteboard(button);
})();
