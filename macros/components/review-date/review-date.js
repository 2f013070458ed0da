/* Says whether the date for review has passed, and how long ago, by the reader's own clock: the page itself holds the
   dates alone. */
"use strict";

(() => {
  /**
   * @param {number} number
   * @param {string} what
   */
  function counted(number, what) {
    return number + " " + what + (number === 1 ? "" : "s");
  }

  /**
   * Whole months are said, never rounded up: "2 years and 1 month ago".
   *
   * @param {number} months
   */
  function ago(months) {
    const years = Math.floor(months / 12);
    const parts = [];
    if (years) parts.push(counted(years, "year"));
    if (months % 12) parts.push(counted(months % 12, "month"));
    return parts.join(" and ") + " ago.";
  }

  school.createAll('[data-module="review-date"]', (note) => {
    const due = String(note.dataset.due).split("-").map(Number); // the last day on which the review is not yet late
    const now = new Date();
    const months = (due[0] - now.getFullYear()) * 12 + due[1] - 1 - now.getMonth();
    let said = "The review is due in " + counted(months, "month") + ".";
    if (months === 0) said = "The review is due this month.";
    if (months < 0 || (months === 0 && now.getDate() > due[2])) {
      const late = -months - (now.getDate() < due[2] ? 1 : 0);
      said = late > 0 ? "The review date passed " + ago(late) : "The review date has passed.";
    }
    school.part(note, "said").textContent = said;
  });
})();
