/* Keeps the ticks of a checklist, only when the reader asks for it, and only in this browser. */
"use strict";

(() => {
  const KEPT = "Your ticks are kept on this device.";
  const FORGOTTEN = "Your ticks are forgotten on this device.";
  const CANNOT = "This browser does not let us keep them.";

  /** @type {{form: HTMLFormElement, place: string, show: () => boolean}[]} */
  const lists = [];

  /** @param {HTMLFormElement} form */
  function start(form) {
    const { part, parts } = school;
    const place = "checklist:" + form.dataset.list;
    const { version } = form.dataset;
    /** @type {HTMLInputElement[]} */
    const boxes = parts(form, "box");
    const said = part(form, "said");

    function ticked() { return boxes.filter((box) => box.checked).map((box) => box.value); }

    /** @returns {{version: string, ticked: string[]} | null} */
    function kept() {
      try {
        const found = JSON.parse(localStorage.getItem(place) || "null");
        return found && Array.isArray(found.ticked) ? found : null;
      } catch (error) {
        return null; // the browser refuses storage, or something else wrote there
      }
    }

    function keep() {
      try {
        localStorage.setItem(place, JSON.stringify({ version, ticked: ticked() }));
      } catch (error) {
        said.textContent = CANNOT;
        return;
      }
      said.textContent = KEPT;
      tellOthers();
    }

    /* Shows the ticks that are kept, and says so; gives whether there are some. */
    function show() {
      const before = kept();
      const known = before !== null && before.version === version;
      if (known) boxes.forEach((box) => { box.checked = before.ticked.includes(box.value); });
      said.textContent = known ? KEPT : "";
      return known;
    }

    /* The same list may stand on a page twice: what is kept is one. */
    function tellOthers() {
      lists.forEach((list) => {
        if (list.place === place && list.form !== form && !list.show()) list.form.reset();
      });
    }

    part(form, "remember").addEventListener("click", keep);
    part(form, "forget").addEventListener("click", () => {
      try {
        localStorage.removeItem(place);
      } catch (error) {
        // nothing can have been kept
      }
      form.reset();
      said.textContent = FORGOTTEN;
      tellOthers();
    });
    form.addEventListener("change", () => {
      if (kept()) keep();
    });
    /* A page out of the browser's memory has its ticks: what is not kept is gone, as the words say. */
    addEventListener("pageshow", (event) => {
      if (event.persisted && !show()) form.reset();
    });
    /* Another window of the same browser has kept or forgotten them: ticks that were told as kept are gone with it. */
    addEventListener("storage", (event) => {
      if (event.key !== place && event.key !== null) return;
      const told = said.textContent === KEPT;
      if (!show() && told) form.reset();
    });

    lists.push({ form, place, show });
    show();
    part(form, "memory").hidden = false;
  }

  school.createAll('[data-module="checklist"]', start);
})();
