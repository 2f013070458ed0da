/* The display panel: the reader's own size, space, letters and colours. It comes when it is first opened. */
"use strict";

(() => {
  const { add, all, part } = school;
  /** @type {HTMLDetailsElement} */
  const details = part(document, "display");
  const root = document.documentElement;
  /** @type {[string, string, [string, string][]][]} */
  const CHOICES = [
    ["size", "Size", [["", "Usual"], ["1", "Large"], ["2", "Larger"], ["3", "Largest"]]],
    ["space", "Space", [["", "Usual"], ["wide", "Wide"]]],
    ["letters", "Letters", [["", "Usual"], ["plain", "Plainer"]]],
    ["colours", "Colours", [["", "As on this device"], ["light", "Light"], ["dark", "Dark"], ["calm", "Calm"]]],
  ];
  const NAMES = CHOICES.map(([name]) => name);

  const form = add(details, "form", "display__panel");
  Object.assign(form, { method: "dialog", autocomplete: "off" });
  form.setAttribute("aria-label", "Letters and colours");
  CHOICES.forEach(([name, legend, values]) => {
    const field = add(form, "fieldset", "display__choices");
    add(field, "legend", "", legend);
    values.forEach(([value, words]) => {
      const label = add(field, "label", "display__choice");
      Object.assign(add(label, "input"), { type: "radio", name, value });
      label.append(` ${words}`);
    });
  });
  const buttons = add(form, "p", "display__keep");
  const remember = add(buttons, "button", "button button--narrow", "Remember on this device");
  const forget = add(buttons, "button", "button button--narrow", "Forget");
  const said = add(form, "p");
  said.setAttribute("role", "status");

  /**
   * @param {string} name
   * @returns {HTMLInputElement[]}
   */
  const inputs = (name) => all(form, `[name="${name}"]`);

  const choose = () => NAMES.forEach((name) => {
    const { value } = inputs(name).find((input) => input.checked) || { value: "" };
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    if (name === "letters" && value) school.bringLetters();
  });
  const tick = () => NAMES.forEach((name) => {
    inputs(name).forEach((input) => { input.checked = input.value === (root.dataset[name] || ""); });
  });
  /** @param {string} words */
  const say = (words) => { said.textContent = words; };
  const close = () => { details.open = false; };
  /** @param {EventTarget | null} target */
  const holds = (target) => details.contains(/** @type {Node} */ (target));
  /* It ends within the screen, wherever its button is. */
  const fit = () => {
    form.style.maxHeight = Math.max(160, innerHeight - form.getBoundingClientRect().top - 5) + "px";
  };

  /** @param {string} value */
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
    all(details, "summary")[0].focus();
  });
  details.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !holds(relatedTarget)) close();
  });
  document.addEventListener("click", ({ target }) => { if (!holds(target)) close(); });
  /* A browser may put an earlier choice back into the form: what is shown is true. */
  addEventListener("pageshow", tick);
})();
