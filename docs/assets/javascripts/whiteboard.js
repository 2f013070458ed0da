/* The whiteboard: a lesson one step at a time, from copies of what learners see. What is for adults is not copied. */
"use strict";

(() => {
  const { add, all, part, wayOf } = school;
  /* Nothing else is on the screen: these turn pages too. */
  /** @type {Record<string, number>} */
  const MORE_KEYS = { ArrowDown: 1, ArrowUp: -1 };
  const ADULTS = ".home, .tell, details.aloud, .lesson-links, script, style, [data-part=whiteboard], [data-part=listen]";
  const SIZES = [1.75, 1.6, 1.45, 1.3, 1.15, 1]; /* of the letters: the largest with which a step fits on the screen */
  const PICTURED = ".scene--whole, .chat, .mock";
  const UNDER = 3; /* sizes that are tried with the words under the picture */
  const nothing = () => {};

  /**
   * The title and its outcome, then each spread of the book. What is for home ends the lesson.
   *
   * @param {HTMLElement} main
   */
  function stepsOf(main) {
    const book = /** @type {Element} */ (main.querySelector(".book"));
    const nodes = [...main.children];
    const steps = [nodes.slice(0, nodes.indexOf(book))];
    for (const page of book.querySelectorAll(":scope > .spread")) {
      if (page.querySelector("#at-home")) break;
      steps.push([...page.children]);
    }
    const seen = steps.map((step) => step.filter((node) => !node.matches(ADULTS)));
    /* A title by itself stands over the first page. */
    return seen[0].length > 1 ? seen : [[...seen[0], ...seen[1]], ...seen.slice(2)];
  }

  /**
   * Ids stay with the page; the quiz is done on the class board.
   *
   * @param {Element} node
   */
  function copy(node) {
    const twin = /** @type {Element} */ (node.cloneNode(true));
    for (const one of [twin, ...twin.querySelectorAll("*")]) one.removeAttribute("id");
    twin.querySelectorAll(ADULTS).forEach((one) => one.remove());
    return twin;
  }

  /** @param {HTMLElement} opener */
  function open(opener) {
    const steps = stepsOf(all(document, "main")[0]);
    let at = 0;
    let sleep = nothing;
    const dialog = add(document.body, "dialog", "white");
    dialog.setAttribute("aria-label", "Whiteboard: " + all(document, "h1")[0].textContent.trim());
    const whole = add(dialog, "div", "white__whole");
    const stage = add(whole, "div", "white__stage");
    stage.tabIndex = 0;
    stage.setAttribute("role", "group");
    const reader = add(whole, "div", "white__aloud");
    const bar = add(whole, "div", "white__bar");
    const back = add(bar, "button", "button", "Back");
    const place = add(bar, "p", "white__place");
    place.setAttribute("role", "status");
    const aloud = add(bar, "button", "button", "Read aloud");
    const close = add(bar, "button", "button", "Close");
    const next = add(bar, "button", "button button--main", "Next");

    /** @param {number} step */
    function show(step) {
      at = Math.min(steps.length - 1, Math.max(0, step));
      stage.textContent = "";
      /* What a grown-up reads to the class, when they ask for it. */
      const texts = steps[at].flatMap((node) => [...node.querySelectorAll("details.aloud > :not(summary)")]);
      reader.textContent = "";
      reader.append(...texts.map((text) => text.cloneNode(true)));
      aloud.hidden = !texts.length;
      read(false);
      for (const node of steps[at]) {
        const quiz = node.matches(".quiz") ? node : node.querySelector(".quiz");
        if (quiz) {
          const start = add(stage, "button", "button button--main", "Start the quiz on the class board");
          /* The board asks for the full screen too: what ends this one's must have ended. */
          start.addEventListener("click", () => { leave().then(() => part(quiz, "board").click()); });
        } else stage.append(copy(node));
      }
      fit();
      stage.scrollTop = 0;
      back.disabled = !at;
      next.disabled = at === steps.length - 1;
      place.textContent = `${at + 1} of ${steps.length}`;
      stage.setAttribute("aria-label", `Step ${at + 1}`);
    }

    /** @param {boolean} open */
    function read(open) {
      reader.hidden = !open;
      aloud.setAttribute("aria-expanded", String(open));
    }

    /* Words stand under their picture; where they need more room, beside it. */
    function fit() {
      /** @param {number} size of the letters */
      const fits = (size) => {
        stage.style.fontSize = size + "em";
        return stage.scrollHeight <= stage.clientHeight;
      };
      const pictured = Boolean(stage.querySelector(PICTURED));
      const ways = pictured ? ["", "beside"] : ["", "columns"];
      /* A narrow chat is a long one. */
      if (stage.querySelector(".scene--whole")) ways.push("beside white__stage--words");
      ways.some((way, number) => {
        stage.className = "white__stage" + (way && " white__stage--" + way);
        return SIZES.slice(0, pictured && !number ? UNDER : SIZES.length).some(fits);
      });
    }

    /**
     * A step that is taller than the screen is read to its end before the next one comes.
     *
     * @param {number} way
     */
    function go(way) {
      if (!school.readOn(stage, way) && steps[at + way]) show(at + way);
    }

    /** @param {KeyboardEvent} event */
    function press(event) {
      const way = wayOf(event) || MORE_KEYS[event.key];
      event.stopPropagation();
      if (!way || event.key === " " && /** @type {Element} */ (event.target).closest("button")) return;
      event.preventDefault();
      if (!event.repeat) go(way);
    }

    /* Escape ends the full screen first: the reader means the whiteboard too. */
    function shrunk() { if (!document.fullscreenElement) dialog.close(); }

    function leave() {
      document.removeEventListener("keydown", press, true);
      document.removeEventListener("fullscreenchange", shrunk);
      removeEventListener("resize", fit);
      sleep();
      let left = Promise.resolve();
      if (document.fullscreenElement) left = document.exitFullscreen().catch(nothing);
      dialog.remove();
      opener.focus();
      return left;
    }

    aloud.addEventListener("click", () => { read(Boolean(reader.hidden)); fit(); });
    back.addEventListener("click", () => go(-1));
    next.addEventListener("click", () => go(1));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", leave);
    try {
      dialog.showModal();
    } catch (error) {
      return dialog.remove(); /* and the keys stay the page's */
    }
    document.addEventListener("keydown", press, true);
    addEventListener("resize", fit);
    show(0);
    stage.focus();
    sleep = school.keepAwake();
    if (!whole.requestFullscreen) return;
    whole.requestFullscreen().then(() => document.addEventListener("fullscreenchange", shrunk), nothing);
  }

  school.openWhiteboard = open;
})();
