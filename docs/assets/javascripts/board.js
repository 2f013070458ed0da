/* The class board. Counts are in memory alone. */
"use strict";

(() => {
  const { all, part, parts, wayOf } = school;
  const FRAME = `<div class="board__whole">
<div class="board__bar">
<div class="board__group" data-part="sets" role="group" aria-label="Which vote?"><button class="button" type="button" data-part="set" value="0">Before</button><button class="button" type="button" data-part="set" value="1">After</button></div>
<ol class="board__group"><li>Think</li><li>Talk</li><li>Vote</li></ol>
<button class="button" type="button" data-part="close">Close</button>
</div>
<div class="board__main" data-part="main"></div>
<div class="board__bar">
<button class="button" type="button" data-part="back">Back</button>
<div class="board__group"><button class="button" type="button" data-part="reveal"></button><button class="button" type="button" data-part="print">Print</button><button class="button" type="button" data-part="clear"></button></div>
<button class="button button--main" type="button" data-part="next"></button>
</div>
</div>`;
  const TRACK = `<div class="board__track" aria-hidden="true"><div class="board__fill" data-part="bar"></div></div>`;
  const ROW = `<div class="board__words" data-part="words"></div>${TRACK}
<div class="board__group"><button class="button" type="button" data-part="less" aria-label="One less: ">−</button><input class="field" type="text" data-part="votes" aria-label="Votes: " inputmode="numeric"><button class="button" type="button" data-part="more" aria-label="One more: ">+</button><button class="button" type="button" data-part="go" aria-label="Go: ">Go</button></div>`;
  const TABLE = `<table class="board__table"><caption></caption><thead><tr><th scope="col">Choice</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody></tbody></table>`;

  /** @param {Element} element */
  const remove = (element) => element.remove();
  const nothing = () => {};
  /** @type {Map<HTMLElement, (opener: HTMLElement) => void>} */
  const boards = new Map();

  /**
   * What can be voted on: a question, a part of one, or a scene of a story.
   *
   * @typedef {object} Step
   * @property {HTMLElement[]} options inputs, or ways on in a story
   * @property {string} [id] of the scene
   * @property {boolean[]} shown whether its reasons are shown, before and after
   * @property {HTMLElement} title
   * @property {string} place which of how many it is
   * @property {HTMLElement} [about]
   * @property {Element | null} picture
   * @property {number[][]} counts of the votes, before and after
   */

  /**
   * What people wrote is text.
   *
   * @param {string} pattern
   */
  const make = (pattern) => [...new DOMParser().parseFromString(pattern, "text/html").body.childNodes];

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {Node} parent
   * @param {K} tag
   * @param {string} name
   * @param {string} [text]
   */
  const add = (parent, tag, name, text) => school.add(parent, tag, "board__" + name, text);

  /**
   * @template {HTMLElement} T
   * @param {T} element
   */
  const twinOf = (element) => /** @type {T} */ (element.cloneNode(true));

  /**
   * @param {HTMLElement} parent
   * @param {HTMLElement} from
   */
  function copy(parent, from) {
    const twin = twinOf(from);
    all(twin, '[data-part="mark"], [data-part="number"]').forEach(remove);
    parent.append(...all(twin, "svg"));
    add(parent, "span", "text").append(...twin.childNodes);
  }

  /**
   * @param {HTMLElement} parent
   * @param {Step} step
   */
  function copyTitle(parent, step) {
    const title = twinOf(step.title);
    const asked = part(title, "asked");
    part(title, "place").remove();
    asked.replaceWith(...asked.childNodes);
    add(parent, "span", "place", step.place);
    copy(parent, title);
  }

  /**
   * @param {HTMLElement} row
   * @param {number} count
   * @param {number[]} counts
   */
  function grow(row, count, counts) { part(row, "bar").style.width = 100 * count / Math.max(1, ...counts) + "%"; }

  /**
   * @param {HTMLElement} option
   * @returns {HTMLElement}
   */
  const words = (option) => option instanceof HTMLInputElement && option.labels ? option.labels[0] : option;

  /** @param {HTMLElement} quiz */
  function createBoard(quiz) {
    /** @type {Step[]} */
    const steps = [];
    /**
     * A stop is a path of steps, longer only in a story.
     *
     * @type {Step[][]}
     */
    const stops = [];
    let at = 0, set = 0, sleep = nothing;
    /** @type {HTMLElement} */
    let opener;
    /** @type {HTMLDialogElement} */
    let dialog;
    /** @type {HTMLElement} */
    let main;
    /** @type {(() => void) | null} */
    let putBack = null;

    const roots = all(quiz, '[data-part="question"], [data-module="story"]');
    roots.forEach((root, number) => {
      const items = parts(root, "item");
      const scenes = parts(root, "scene");
      const here = (items[0] ? items : scenes[0] ? scenes : [root]).map((one, place) => {
        const options = all(one, '[data-part="way"], [data-part="input"]');
        /** @type {boolean[]} */
        const shown = [];
        return {
          options, id: scenes[0] && one.id, shown, title: all(root, ".quiz__legend")[0],
          place: `${number + 1} of ${roots.length}` + (items[0] ? `, part ${place + 1} of ${items.length}` : ""),
          about: part(one, "thing") || scenes[0] && all(one, "p")[0],
          picture: one.querySelector(":scope > div > svg, :scope > fieldset > div > svg"),
          counts: [options.map(() => 0), options.map(() => 0)]
        };
      });
      steps.push(...here);
      stops.push(...(scenes[0] ? [here[0]] : here).map((step) => [step]));
    });

    const now = () => (stops[at] || []).slice(-1)[0];
    const counts = () => now().counts[set];

    /**
     * @param {HTMLElement} row
     * @param {HTMLElement} option
     * @param {Set<string | undefined>} said
     */
    function addReason(row, option, said) {
      const { key, say } = option.dataset;
      const form = option.closest("form");
      const reason = add(row, "p", "reason");
      if (say) {
        const good = key !== "no";
        row.dataset.mark = good ? "good" : "again";
        add(add(reason, "strong", "mark", good ? "Good choice " : "Look again "), "span", "shape", good ? "✓" : "↻").setAttribute("aria-hidden", "true");
      }
      /* A shared reason is said once. */
      if (!said.has(say)) reason.append(say && form ? " " + all(form, ".quiz__answers li > span")[Number(say)].textContent : "Asking is good. Ask someone, then have another go.");
      said.add(say);
    }

    /** @param {Step} step */
    function ask(step) {
      /** @type {Set<string | undefined>} */
      const said = new Set();
      const heading = add(main, "h2", "title");
      copyTitle(heading, step);
      const about = step.about ? add(main, "div", "about") : heading;
      if (step.picture) about.append(step.picture.cloneNode(true));
      if (step.about) copy(about, step.about);
      if (!step.options[0]) add(main, "p", "title", "The end.");
      const list = add(main, "ul", "choices");
      step.options.forEach((option, number) => {
        const row = add(list, "li", "choice");
        row.dataset.part = "row";
        row.append(...make(ROW));
        copy(part(row, "words"), words(option));
        const name = part(row, "words").textContent.trim();
        /** @type {HTMLInputElement} */
        const votes = part(row, "votes");
        /** @type {(HTMLButtonElement | HTMLInputElement)[]} */
        const named = all(row, "[aria-label]");
        named.forEach((one) => {
          one.setAttribute("aria-label", one.getAttribute("aria-label") + name);
          one.value = String(number);
        });
        votes.addEventListener("input", () => vote(number, Number(votes.value) | 0));
        if (step.shown[set]) addReason(row, option, said);
      });
    }

    /** @param {HTMLElement} parent */
    function sumUp(parent) {
      add(parent, "h2", "title", "All the votes: " + quiz.dataset.title);
      steps.forEach((step) => {
        const both = step.counts.flat();
        if (step.id && !both.some(Boolean)) return;
        const [table] = /** @type {HTMLTableElement[]} */ (make(TABLE));
        const caption = table.createCaption();
        parent.append(table);
        copyTitle(caption, step);
        if (step.about) copy(add(caption, "div", "about"), step.about);
        step.options.forEach((option, number) => {
          const row = table.tBodies[0].insertRow();
          const head = add(row, "th", "text");
          head.scope = "row";
          copy(head, words(option));
          step.counts.forEach((votes) => {
            const cell = row.insertCell();
            add(cell, "span", "text", String(votes[number]));
            cell.append(...make(TRACK));
            grow(cell, votes[number], both);
          });
        });
      });
    }

    function update() {
      parts(main, "row").forEach((row, number) => {
        const count = counts()[number];
        Object.assign(part(row, "votes"), { value: count });
        grow(row, count, counts());
      });
      part(dialog, "clear").textContent = putBack ? "Put the counts back" : "Clear the counts";
    }

    /**
     * @param {number} number
     * @param {number} count
     */
    function vote(number, count) {
      counts()[number] = Math.min(999, Math.max(0, count));
      putBack = null;
      update();
    }

    /** @param {boolean} [stay] */
    function show(stay) {
      const step = now();
      main.textContent = "";
      if (step) ask(step);
      else sumUp(main);
      dialog.dataset.screen = !step ? "votes" : !step.options[0] ? "end" : step.id ? "story" : "question";
      main.dataset.set = String(set);
      parts(dialog, "set").forEach((button, number) => button.setAttribute("aria-pressed", String(number === set)));
      part(dialog, "back").hidden = !at && !stops[0][1];
      part(dialog, "next").textContent = stops[at + 1] ? "Next" : "All the votes";
      part(dialog, "reveal").textContent = step && step.shown[set] ? "Hide the reasons" : "Show the reasons";
      quiz.dispatchEvent(new CustomEvent("board", { detail: step }));
      if (!stay) {
        putBack = null;
        const first = /** @type {HTMLElement} */ (main.firstChild);
        first.tabIndex = -1;
        first.focus();
        main.scrollTop = 0;
      }
      update();
    }

    /** @type {Record<string, (button: {value: string}) => void>} */
    const actions = {
      set({ value }) {
        set = +value;
        putBack = null;
        show(true);
      },
      close() { dialog.close(); },
      next() {
        if (now()) at++;
        show();
      },
      back() {
        if (now() && stops[at][1]) stops[at].pop();
        else if (at) at--;
        show();
      },
      go({ value }) {
        const way = /** @type {HTMLAnchorElement} */ (now().options[Number(value)]);
        stops[at].push(...steps.filter((step) => "#" + step.id === way.hash));
        show();
      },
      less({ value }) { vote(Number(value), counts()[Number(value)] - 1); },
      more({ value }) { vote(Number(value), counts()[Number(value)] + 1); },
      reveal() {
        now().shown[set] = !now().shown[set];
        show(true);
      },
      print() { window.print(); },
      clear() {
        if (putBack) {
          putBack();
          putBack = null;
        } else {
          const cleared = now() ? [counts()] : steps.flatMap((step) => step.counts);
          const kept = cleared.map((votes) => [...votes]);
          cleared.forEach((votes) => votes.fill(0));
          putBack = () => cleared.forEach((votes, number) => Object.assign(votes, kept[number]));
        }
        show(true);
      }
    };

    /**
     * The focus may be anywhere.
     *
     * @param {Event} pressed
     */
    function press(pressed) {
      const event = /** @type {KeyboardEvent} */ (pressed);
      const { key } = event;
      const target = /** @type {Element} */ (event.target);
      const way = wayOf(event);
      event.stopPropagation();
      if (!way || event.repeat) return;
      if (key === " " && target.closest("button") || target.closest("input") && !/^Page/.test(key)) return;
      event.preventDefault();
      if (!school.readOn(main, way)) actions[way > 0 ? "next" : "back"]({ value: "" });
    }

    function layOut() {
      clearAway();
      sumUp(add(document.body, "div", "paper"));
    }

    function clearAway() { all(document, ".board__paper").forEach(remove); }

    /** @param {"addEventListener" | "removeEventListener"} change */
    function listen(change) {
      document[change]("keydown", press, true);
      document[change]("fullscreenchange", shrunk);
      window[change]("beforeprint", layOut);
      window[change]("afterprint", clearAway);
      document.body.toggleAttribute("data-board");
    }

    /** @param {HTMLElement} button */
    function open(button) {
      opener = button;
      dialog = add(document.body, "dialog", "dialog");
      dialog.setAttribute("aria-label", "Class board: " + quiz.dataset.title);
      dialog.append(...make(FRAME));
      main = part(dialog, "main");
      dialog.addEventListener("close", leave);
      dialog.addEventListener("click", ({ target }) => {
        const button = /** @type {Element} */ (target).closest("button");
        if (button) (actions[String(button.dataset.part)] || nothing)(button);
        else if (target instanceof HTMLInputElement) target.select();
      });
      try {
        dialog.showModal();
      } catch (error) {
        return dialog.remove(); /* the keys stay the page's */
      }
      listen("addEventListener");
      show();
      sleep = school.keepAwake();
      const whole = /** @type {HTMLElement} */ (dialog.firstChild);
      if (whole.requestFullscreen) whole.requestFullscreen().catch(nothing);
    }

    function shrunk() { if (!document.fullscreenElement) dialog.close(); }

    function leave() {
      listen("removeEventListener");
      clearAway();
      dialog.remove();
      sleep();
      opener.focus();
    }

    return open;
  }

  school.openBoard = (quiz, button) => {
    const board = boards.get(quiz) || createBoard(quiz);
    boards.set(quiz, board);
    board(button);
  };

  /* "Back" keeps no counts. */
  addEventListener("pagehide", () => {
    /** @type {HTMLDialogElement[]} */
    const open = all(document, ".board__dialog");
    open.forEach((dialog) => dialog.close());
    boards.clear();
  });
})();
