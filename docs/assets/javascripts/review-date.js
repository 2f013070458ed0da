/* Says whether the date for review has passed, by the reader's own clock: the page itself holds the dates alone. */
(function () {
  "use strict";

  document.querySelectorAll('[data-module="review-date"]').forEach(function (note) {
    var due = note.dataset.due.split("-").map(Number); // the last day on which the review is not yet late
    var now = new Date();
    var months = (due[0] - now.getFullYear()) * 12 + due[1] - 1 - now.getMonth();
    var said = "The review is due in " + months + (months === 1 ? " month." : " months.");
    if (months === 0) said = "The review is due this month.";
    if (months < 0 || (months === 0 && now.getDate() > due[2])) said = "The review date has passed.";
    note.querySelector('[data-part="said"]').textContent = said;
  });
})();
