/* Keeps the ticks of a checklist, only when the reader asks for it, and only in this browser. */
(function () {
  "use strict";

  var KEPT = "Your ticks are kept on this device.";
  var FORGOTTEN = "Your ticks are forgotten on this device.";
  var CANNOT = "This browser does not let us keep them.";

  var lists = [];

  function start(form) {
    var place = "checklist:" + form.dataset.list;
    var version = form.dataset.version;
    var boxes = Array.from(form.querySelectorAll('[data-part="box"]'));
    var said = form.querySelector('[data-part="said"]');

    function ticked() {
      return boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    }

    function kept() {
      try {
        var found = JSON.parse(localStorage.getItem(place));
        return found && Array.isArray(found.ticked) ? found : null;
      } catch (error) {
        return null; // the browser refuses storage, or something else wrote there
      }
    }

    function keep() {
      try {
        localStorage.setItem(place, JSON.stringify({ version: version, ticked: ticked() }));
      } catch (error) {
        said.textContent = CANNOT;
        return;
      }
      said.textContent = KEPT;
      tellOthers();
    }

    /* Shows the ticks that are kept, and says so; gives whether there are some. */
    function show() {
      var before = kept();
      var known = Boolean(before && before.version === version);
      if (known) boxes.forEach(function (box) { box.checked = before.ticked.indexOf(box.value) >= 0; });
      said.textContent = known ? KEPT : "";
      return known;
    }

    /* The same list may stand on a page twice: what is kept is one. */
    function tellOthers() {
      lists.forEach(function (list) {
        if (list.place === place && list.form !== form && !list.show()) list.form.reset();
      });
    }

    form.querySelector('[data-part="remember"]').addEventListener("click", keep);
    form.querySelector('[data-part="forget"]').addEventListener("click", function () {
      try {
        localStorage.removeItem(place);
      } catch (error) {
        // nothing can have been kept
      }
      form.reset();
      said.textContent = FORGOTTEN;
      tellOthers();
    });
    form.addEventListener("change", function () {
      if (kept()) keep();
    });
    /* A page out of the browser's memory has its ticks: what is not kept is gone, as the words say. */
    window.addEventListener("pageshow", function (event) {
      if (event.persisted && !show()) form.reset();
    });
    /* Another window of the same browser has kept or forgotten them. */
    window.addEventListener("storage", function (event) {
      if (event.key === place || event.key === null) show();
    });

    lists.push({ form: form, place: place, show: show });
    show();
    form.querySelector('[data-part="memory"]').hidden = false;
  }

  document.querySelectorAll('[data-module="checklist"]').forEach(start);
})();
