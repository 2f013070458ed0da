/* The table of apps: find, sort, show first those that are asked for most, and say which rows were checked too long
   ago by the clock of this device. */
(function () {
  "use strict";

  function start(box) {
    function part(name) { return box.querySelector('[data-part="' + name + '"]'); }

    var find = part("find");
    var sort = part("sort");
    var rows = Array.from(box.querySelectorAll('[data-part="app"]'));
    var few = rows.some(function (row) { return row.hasAttribute("data-most"); });

    /* Letters and figures of any writing: Safari before 11.1 has no name for them. */
    function plain(text) { return text.toLowerCase().replace(/[^a-z0-9\u00c0-\u1fff\u2c00-\ud7ff]+/g, " ").trim(); }

    box.querySelectorAll('[data-part="link"]').forEach(function (link, at) { rows[at].link = link; });
    rows.forEach(function (row) {
      row.words = plain(row.textContent);
      if (Date.now() - Date.parse(row.dataset.checked) > box.dataset.days * 864e5) {
        row.querySelector('[data-part="old"]').textContent =
          "That is more than " + box.dataset.days + " days ago. Check in the app.";
      }
    });

    function show() {
      var typed = plain(find.value);
      var wanted = typed.split(" ");
      var count = 0;
      rows.forEach(function (row) {
        var later = few && !typed && !row.hasAttribute("data-most");
        row.hidden = row.link.hidden = !wanted.every(function (word) { return row.words.includes(word); });
        row.classList.toggle("apps__app--later", later);
        count += !row.hidden && !later;
      });
      part("all").hidden = !few || !!typed;
      part("said").textContent = count
        ? count + " of " + rows.length + " shown, by " + sort.value + "."
        : "Nothing found. Try a shorter word.";
    }

    function all() {
      few = false;
      show();
    }

    /* A link to a row that is not shown yet shows them all. */
    function go() {
      var row = rows.find(function (one) { return "#" + one.id === location.hash; });
      if (row && !row.getClientRects().length) {
        find.value = "";
        all();
        row.scrollIntoView();
      }
    }

    function order() {
      var by = sort.value;
      rows.sort(function (a, b) {
        var names = a.dataset.name.localeCompare(b.dataset.name);
        return by === "age" ? a.dataset.age - b.dataset.age || names
          : by === "kind" ? a.dataset.kind.localeCompare(b.dataset.kind) || names : names;
      });
      rows.forEach(function (row) { part("rows").append(row); });
      show();
    }

    find.addEventListener("input", show);
    sort.addEventListener("change", order);
    part("show").addEventListener("click", all);
    addEventListener("hashchange", go);
    part("tools").hidden = false;
    show();
    go();
  }

  document.querySelectorAll('[data-module="app-table"]').forEach(start);
})();
