/* The class board of the youngest: each choice is a card with an ear. The class taps one, and the friend says why. */
(function () {
  "use strict";

  const parts = (root, name) => Array.from(root.querySelectorAll(`[data-part="${name}"]`));

  /* What people wrote is text. */
  function add(parent, tag, name, text = "") {
    const element = document.createElement(tag);
    element.className = "board__" + name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  /* The friend, whose face shows the state, with room for what they say. */
  function addFriend(quiz, main, tag) {
    const why = add(main, tag, "why");
    const friend = quiz.querySelector(".quiz__friend > svg");
    if (friend) why.append(friend.cloneNode(true));
    return why;
  }

  /* The button lies over the whole card; the label names it, and holds what the ear reads. */
  function card(row, option) {
    const label = document.createElement("label");
    label.className = "board__card";
    label.append(...parts(row, "words")[0].childNodes);
    const button = add(label, "button", "tap");
    button.type = "button";
    button.dataset.part = "card";
    button.setAttribute("aria-label", label.textContent.trim());
    row.replaceChildren(label, ...parts(option.closest("li"), "listen").map((ear) => ear.cloneNode(true)));
    row.dataset.part = "choice";
    return button;
  }

  function ask(quiz, main, { options }) {
    const buttons = parts(main, "row").map((row, number) => card(row, options[number]));
    const why = addFriend(quiz, main, "output");

    buttons.forEach((button, number) => button.addEventListener("click", () => {
      const { key, say } = options[number].dataset;
      const good = say && key !== "no";
      buttons.forEach((one) => {
        one.setAttribute("aria-pressed", one === button);
        delete one.closest("li").dataset.mark;
      });
      if (say) button.closest("li").dataset.mark = good ? "good" : "again";
      why.dataset.state = good ? "right" : "not-yet";
      why.querySelectorAll("p").forEach((old) => old.remove());
      add(why, "p", "reason", !say ? "Asking is good. Ask someone, then have another go."
        : (good ? "Yes! " : "Not yet. ") + options[number].form.querySelectorAll(".quiz__answers li > span")[say].textContent);
    }));
  }

  /* Nobody voted: the last screen says what the class can do now. */
  function end(quiz, main) {
    main.textContent = "";
    add(main, "h2", "title", "What you can do now");
    const why = addFriend(quiz, main, "div");
    why.dataset.state = "right";
    add(why, "p", "reason", quiz.querySelector(".quiz__can").textContent);
  }

  document.querySelectorAll("[data-cards]").forEach((quiz) => {
    quiz.addEventListener("board", ({ detail }) => {
      const dialog = document.querySelector(".board__dialog");
      const [main] = parts(dialog, "main");
      const [next] = parts(dialog, "next");
      dialog.dataset.board = "cards";
      if (next.textContent !== "Next") next.textContent = "The end";
      if (detail) ask(quiz, main, detail);
      else end(quiz, main);
    });
  });
})();
