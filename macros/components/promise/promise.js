/* A first name may be typed into a promise and printed. It is kept nowhere and sent nowhere: the page forgets it
   when it is left, and when it comes back. */
(function () {
  "use strict";

  document.querySelectorAll('[data-module="promise"]').forEach(function (promise) {
    function part(name) { return promise.querySelector('[data-part="' + name + '"]'); }

    function forget() { part("name").value = ""; }

    forget();
    part("name").hidden = part("typing").hidden = part("print").hidden = false;
    part("print").addEventListener("click", function () { window.print(); });
    /* Not at every "pageshow": a name that was typed before a slow page was whole would be gone. */
    window.addEventListener("pageshow", function (event) { if (event.persisted) forget(); });
    window.addEventListener("pagehide", forget);
  });
})();
