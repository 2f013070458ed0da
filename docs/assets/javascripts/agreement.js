/* Marks the sheet of the family agreement that a family has chosen, by its place in the address: it prints alone.
   (Some browsers print a copy of the page that has no address, so `:target` would not do.) Without it all sheets print. */
"use strict";

school.createAll(":root", (page) => {
  function mark() {
    const id = location.hash.slice(1);
    let chosen = false;
    school.all(page, ".agreement__part").forEach((sheet) => {
      const title = sheet.querySelector("h2");
      const its = title !== null && title.id === id;
      sheet.classList.toggle("agreement__part--chosen", its);
      chosen = chosen || its;
    });
    page.classList.toggle("agreement--one", chosen);
    page.classList.toggle("agreement--age", chosen && /^ages-/.test(id));
  }
  addEventListener("hashchange", mark);
  mark();
});
