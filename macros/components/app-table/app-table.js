/* The table of apps: find, sort, show first those that are asked for most, and say which rows were checked too long
   ago by the clock of this device. */
"use strict";

school.createAll('[data-module="app-table"]', (box) => {
  const { part, parts } = school;
  /** @type {HTMLInputElement} */
  const find = part(box, "find");
  /** @type {HTMLSelectElement} */
  const sort = part(box, "sort");
  const links = parts(box, "link");
  const rows = parts(box, "app").map((row, at) => ({ row, link: links[at], words: plain(row.textContent) }));
  let few = rows.some(({ row }) => "most" in row.dataset);

  /**
   * Letters and figures of any writing: Safari before 11.1 has no name for them.
   *
   * @param {string} text
   */
  function plain(text) { return text.toLowerCase().replace(/[^a-z0-9\u00c0-\u1fff\u2c00-\ud7ff]+/g, " ").trim(); }

  rows.forEach(({ row }) => {
    if (Date.now() - Date.parse(String(row.dataset.checked)) > Number(box.dataset.days) * 864e5) {
      part(row, "old").textContent = "That is more than " + box.dataset.days + " days ago. Check in the app.";
    }
  });

  function show() {
    const typed = plain(find.value);
    const wanted = typed.split(" ");
    let count = 0;
    rows.forEach(({ row, link, words }) => {
      const later = few && !typed && !("most" in row.dataset);
      row.hidden = link.hidden = !wanted.every((word) => words.includes(word));
      row.classList.toggle("apps__app--later", later);
      if (!row.hidden && !later) count += 1;
    });
    part(box, "all").hidden = !few || typed !== "";
    part(box, "said").textContent = count
      ? count + " of " + rows.length + " shown, by " + sort.value + "."
      : "Nothing found. Try a shorter word.";
  }

  function all() {
    few = false;
    show();
  }

  /* A link to a row that is not shown yet shows them all. */
  function go() {
    const found = rows.find(({ row }) => "#" + row.id === location.hash);
    if (found && !found.row.getClientRects().length) {
      find.value = "";
      all();
      found.row.scrollIntoView();
    }
  }

  function order() {
    const by = sort.value;
    rows.sort(({ row: { dataset: a } }, { row: { dataset: b } }) => {
      const names = String(a.name).localeCompare(String(b.name));
      if (by === "age") return Number(a.age) - Number(b.age) || names;
      return by === "kind" ? String(a.kind).localeCompare(String(b.kind)) || names : names;
    });
    part(box, "rows").append(...rows.map(({ row }) => row));
    show();
  }

  find.addEventListener("input", show);
  sort.addEventListener("change", order);
  part(box, "show").addEventListener("click", all);
  addEventListener("hashchange", go);
  school.steady(() => {
    part(box, "tools").hidden = false;
    show();
  });
  go();
});
