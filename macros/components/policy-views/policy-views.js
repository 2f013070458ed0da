/* The policy: shows the approved words, the plain ones or both, and only the points for one reader. Both stand there
   without this script. A narrow screen begins with the approved words. Paper has those alone, whatever is chosen. */
(function () {
  "use strict";

  document.querySelectorAll('[data-module="policy-views"]').forEach(function (box) {
    function part(name) { return box.querySelector('[data-part="' + name + '"]'); }

    var page = document.documentElement;
    var show = part("show");
    var whose = part("for");
    var points = Array.from(document.querySelectorAll(".policy li[data-for]"));

    function has(names, name) { return names.split(" ").includes(name); }

    function choose() {
      var reader = whose.value;
      var words = reader || "parents";
      var count = 0;
      points.forEach(function (point) {
        var wanted = !reader || has(point.dataset.for, reader);
        count += wanted;
        // A point stays while one of its own points is shown.
        point.toggleAttribute("data-off", !wanted && !Array.from(point.querySelectorAll("li")).some(function (inner) {
          return has(inner.dataset.for, reader);
        }));
        var own = Array.from(point.querySelector(".clause__plain").children);
        var theirs = own.find(function (one) { return has(one.dataset.words, words); });
        own.forEach(function (one) { one.hidden = one !== (theirs || own[0]); });
      });
      part("said").textContent = reader ? count + " of " + points.length + " points." : "";
    }

    show.addEventListener("change", function () { page.dataset.policy = show.value; });
    whose.addEventListener("change", choose);
    show.value = matchMedia("(max-width: 60em)").matches ? "approved" : "both";
    page.dataset.policy = show.value;
    choose();
    box.hidden = false;
  });
})();
