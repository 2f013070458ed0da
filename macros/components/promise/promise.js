/* A first name may be typed into a promise and printed. It is kept nowhere and sent nowhere: the page forgets it
   when it is left, and when it comes back. */
"use strict";

school.createAll('[data-module="promise"]', (promise) => {
  const { part } = school;
  /** @type {HTMLInputElement} */
  const name = part(promise, "name");
  const button = part(promise, "print");

  function forget() { name.value = ""; }

  forget();
  name.hidden = part(promise, "typing").hidden = button.hidden = false;
  button.addEventListener("click", () => print());
  /* Not at every "pageshow": a name that was typed before a slow page was whole would be gone. */
  addEventListener("pageshow", (event) => { if (event.persisted) forget(); });
  addEventListener("pagehide", forget);
});
