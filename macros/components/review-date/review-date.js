/* Says whether the date for review has passed, and how long ago, by the reader's own clock: the page itself holds the
   dates alone. */
(function () {
  "use strict";

  function counted(number, what) {
    return number + " " + what + (number === 1 ? "" : "s");
  }

  // Whole months are said, never rounded up: "2 years and 1 month ago".
  function ago(months) {
    var years = Math.floor(months / 12);
    var parts = [];
    if (years) parts.push(counted(years, "year"));
    if (months % 12) parts.push(counted(months % 12, "month"));
    return parts.join(" and ") + " ago.";
  }

  document.querySelectorAll('[data-module="review-date"]').forEach(function (note) {
    var due = note.dataset.due.split("-").map(Number); // the last day on which the review is not yet late
    var now = new Date();
    var months = (due[0] - now.getFullYear()) * 12 + due[1] - 1 - now.getMonth();
    var said = "The review is due in " + counted(months, "month") + ".";
    if (months === 0) said = "The review is due this month.";
    if (months < 0 || (months === 0 && now.getDate() > due[2])) {
      var late = -months - (now.getDate() < due[2] ? 1 : 0);
      said = late > 0 ? "The review date passed " + ago(late) : "The review date has passed.";
    }
    note.querySelector('[data-part="said"]').textContent = said;
  });
})();
