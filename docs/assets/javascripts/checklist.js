/* Keeps the ticks of a checklist, only when the reader asks for it, and only in this browser. */
(function () {
  "use strict";

  var KEPT = "Your ticks are kept on this device.";
  var FORGOTTEN = "Your ticks are forgotten on this device.";
  var CANNOT = "This browser does not let us keep them.";

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
        return JSON.parse(localStorage.getItem(place));
      } catch (error) {
        return null; // the browser refuses storage, or something else wrote there
      }
    }

    function keep() {
      try {
        localStorage.setItem(place, JSON.stringify({ version: version, ticked: ticked() }));
        return true;
      } catch (error) {
        return false;
      }
    }

    form.querySelector('[data-part="remember"]').addEventListener("click", function () {
      said.textContent = keep() ? KEPT : CANNOT;
    });
    form.querySelector('[data-part="forget"]').addEventListener("click", function () {
      try {
        localStorage.removeItem(place);
      } catch (error) {
        // nothing can have been kept
      }
      form.reset();
      said.textContent = FORGOTTEN;
    });
    form.addEventListener("change", function () {
      if (kept()) keep();
    });

    var before = kept();
    if (before && before.version === version) {
      boxes.forEach(function (box) { box.checked = before.ticked.indexOf(box.value) >= 0; });
      said.textContent = KEPT;
    }
    form.querySelector('[data-part="memory"]').hidden = false;
  }

  document.querySelectorAll('[data-module="checklist"]').forEach(start);
})();
