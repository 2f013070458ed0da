/* How pages are shown: the reader's own size, space, letters and colours; and the way to the whiteboard. Kept only when asked. */
(function () {
  "use strict";

  const root = document.documentElement;
  const KEY = "display";
  const find = (name, within = document) => within.querySelector(`[data-part="${name}"]`);

  function panel(details) {
    const form = details.querySelector("form");
    const names = ["size", "space", "letters", "colours"];
    const said = find("said", form);

    const choose = () => names.forEach((name) => {
      const value = form.elements[name].value;
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
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

  const details = find("display");
  if (details) panel(details);
  const button = find("whiteboard");
  if (button) whiteboard(button);
})();
