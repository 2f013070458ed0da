/* The class board of the youngest: each choice is a card with an ear. The class taps one, and the friend says why. */
"use strict";

school.createAll("[data-cards]", (quiz) => {
  const { add, all, part, parts } = school;

  /**
   * The friend, whose face shows the state, with room for what they say.
   *
   * @param {HTMLElement} main
   * @param {"div" | "output"} tag
   * @returns {HTMLElement}
   */
  function addFriend(main, tag) {
    const why = add(main, tag, "board__why");
    const friend = quiz.querySelector(".quiz__friend > svg");
    if (friend) why.append(friend.cloneNode(true));
    return why;
  }

  /** @param {HTMLElement} element */
  const itemOf = (element) => /** @type {HTMLElement} */ (element.closest("li"));

  /**
   * The button lies over the whole card; the label names it, and holds what the ear reads.
   *
   * @param {HTMLElement} row
   * @param {HTMLElement} option
   */
  function card(row, option) {
    const words = [...part(row, "words").childNodes];
    row.textContent = "";
    const label = add(row, "label", "board__card");
    label.append(...words);
    const button = add(label, "button", "board__tap");
    button.dataset.part = "card";
    button.setAttribute("aria-label", label.textContent.trim());
    row.append(...parts(itemOf(option), "listen").map((ear) => ear.cloneNode(true)));
    row.dataset.part = "choice";
    return button;
  }

  /**
   * @param {HTMLElement} main
   * @param {{options: HTMLInputElement[]}} step
   */
  function ask(main, { options }) {
    const buttons = parts(main, "row").map((row, number) => card(row, options[number]));
    const why = addFriend(main, "output");

    buttons.forEach((button, number) => button.addEventListener("click", () => {
      const { form, dataset: { key, say } } = options[number];
      const good = say && key !== "no";
      buttons.forEach((one) => {
        one.setAttribute("aria-pressed", String(one === button));
        delete itemOf(one).dataset.mark;
      });
      if (say) itemOf(button).dataset.mark = good ? "good" : "again";
      why.dataset.state = good ? "right" : "not-yet";
      all(why, "p").forEach((old) => old.remove());
      add(why, "p", "board__reason", !say || !form ? "Asking is good. Ask someone, then have another go."
        : (good ? "Yes! " : "Not yet. ") + all(form, ".quiz__answers li > span")[Number(say)].textContent);
    }));
  }

  /**
   * Nobody voted: the last screen says what the class can do now.
   *
   * @param {HTMLElement} main
   */
  function end(main) {
    main.textContent = "";
    add(main, "h2", "board__title", "What you can do now");
    const why = addFriend(main, "div");
    why.dataset.state = "right";
    const can = quiz.querySelector(".quiz__can");
    add(why, "p", "board__reason", can ? can.textContent : "");
  }

  quiz.addEventListener("board", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const dialog = /** @type {HTMLElement} */ (document.querySelector(".board__dialog"));
    const main = part(dialog, "main");
    const next = part(dialog, "next");
    dialog.dataset.board = "cards";
    if (next.textContent !== "Next") next.textContent = "The end";
    if (detail) ask(main, detail);
    else end(main);
  });
});
