/* The display panel: the reader's own size, space, letters and colours. It comes when it is first opened. */
(function () {
  "use strict";

  const root = document.documentElement;
  const CHOICES = [
    ["size", "Size", [["", "Usual"], ["1", "Large"], ["2", "Larger"], ["3", "Largest"]]],
    ["space", "Space", [["", "Usual"], ["wide", "Wide"]]],
    ["letters", "Letters", [["", "Usual"], ["plain", "Plainer"]]],
    ["colours", "Colours", [["", "As on this device"], ["light", "Light"], ["dark", "Dark"], ["calm", "Calm"]]],
  ];
  const NAMES = CHOICES.map(([name]) => name);
  const details = document.querySelector('[data-part="display"]');

  function make(parent, tag, name, text = "") {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  const form = make(details, "form", "display__panel");
  Object.assign(form, { method: "dialog", autocomplete: "off" });
  form.setAttribute("aria-label", "Letters and colours");
  CHOICES.forEach(([name, legend, values]) => {
    const field = make(form, "fieldset", "display__choices");
    make(field, "legend", "", legend);
    values.forEach(([value, words]) => {
      const label = make(field, "label", "display__choice");
      Object.assign(make(label, "input"), { type: "radio", name, value });
      label.append(` ${words}`);
    });
  });
  const buttons = make(form, "p", "display__keep");
  const remember = make(buttons, "button", "", "Remember on this device");
  const forget = make(buttons, "button", "", "Forget");
  remember.type = forget.type = "button";
  const said = make(form, "p");
  said.setAttribute("role", "status");

  const choose = () => NAMES.forEach((name) => {
    const value = form.elements[name].value;
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    if (name === "letters" && value) window.schoolDisplay.bringLetters();
  });
  const tick = () => NAMES.forEach((name) => {
    form.elements[name].forEach((input) => { input.checked = input.value === (root.dataset[name] || ""); });
  });
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
  form.addEventListener("change", () => { choose(); say(""); fit(); });
  details.addEventListener("toggle", fit);
  addEventListener("resize", fit);
  remember.addEventListener("click", () => {
    const kept = keep(JSON.stringify(Object.assign({}, root.dataset), NAMES)); /* and no extension's marks */
    say(kept ? "This device will remember." : "This device does not let pages remember.");
  });
  forget.addEventListener("click", () => {
    keep("");
    NAMES.forEach((name) => delete root.dataset[name]);
    tick();
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
})();
