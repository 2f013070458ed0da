// Marks the sheet of the family agreement that a family has chosen, by its place in the address: it prints alone.
// (Some browsers print a copy of the page that has no address, so `:target` would not do.) Without it all sheets print.
(() => {
  const article = document.querySelector(".agreement__part").parentNode;
  const parts = article.querySelectorAll(".agreement__part");
  function mark() {
    const id = location.hash.slice(1);
    parts.forEach((part) => part.classList.toggle("agreement__part--chosen", part.querySelector("h2").id === id));
    const chosen = !!article.querySelector(".agreement__part--chosen");
    document.documentElement.classList.toggle("agreement--one", chosen);
    document.documentElement.classList.toggle("agreement--age", chosen && /^ages-/.test(id));
  }
  addEventListener("hashchange", mark);
  mark();
})();
