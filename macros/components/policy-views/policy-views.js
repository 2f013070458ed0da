/* The policy: shows the approved words, the plain ones or both, and only the points for one reader. Both stand there
   without this script. A narrow screen begins with the approved words. Paper has those alone, whatever is chosen. */
"use strict";

school.createAll('[data-module="policy-views"]', (box) => {
  const { all, part } = school;
  const page = document.documentElement;
  /** @type {HTMLSelectElement} */
  const show = part(box, "show");
  /** @type {HTMLSelectElement} */
  const whose = part(box, "for");
  const points = all(document, ".policy li[data-for]");

  /**
   * @param {string | undefined} names
   * @param {string} name
   */
  function has(names, name) { return String(names).split(" ").includes(name); }

  function choose() {
    const reader = whose.value;
    const words = reader || "parents";
    let count = 0;
    points.forEach((point) => {
      const wanted = !reader || has(point.dataset.for, reader);
      if (wanted) count += 1;
      /* A point stays while one of its own points is shown. */
      const inner = all(point, "li");
      point.toggleAttribute("data-off", !wanted && !inner.some((one) => has(one.dataset.for, reader)));
      const own = all(point, ".clause__plain > *");
      const theirs = own.find((one) => has(one.dataset.words, words));
      own.forEach((one) => { one.hidden = one !== (theirs || own[0]); });
    });
    part(box, "said").textContent = reader ? count + " of " + points.length + " points." : "";
  }

  show.addEventListener("change", () => { page.dataset.policy = show.value; });
  whose.addEventListener("change", choose);
  show.value = matchMedia("(max-width: 60em)").matches ? "approved" : "both";
  page.dataset.policy = show.value;
  choose();
  box.hidden = false;
});
