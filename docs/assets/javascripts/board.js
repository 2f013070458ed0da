/* The class board. Counts are in memory alone. */
(function () {
  "use strict";

  const KEYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "back", PageUp: "back" };
  const FRAME = `<div class="board__whole">
<div class="board__bar">
<div class="board__group" data-part="sets" role="group" aria-label="Which vote?"><button type="button" data-part="set" value="0">Before</button><button type="button" data-part="set" value="1">After</button></div>
<ol class="board__group"><li>Think</li><li>Talk</li><li>Vote</li></ol>
<button type="button" data-part="close">Close</button>
</div>
<div class="board__main" data-part="main"></div>
<div class="board__bar">
<button type="button" data-part="back">Back</button>
<div class="board__group"><button type="button" data-part="reveal"></button><button type="button" data-part="print">Print</button><button type="button" data-part="clear"></button></div>
<button type="button" data-part="next"></button>
</div>
</div>`;
  const TRACK = `<div class="board__track" aria-hidden="true"><div class="board__fill" data-part="bar"></div></div>`;
  const ROW = `<div class="board__words" data-part="words"></div>${TRACK}
<div class="board__group"><button type="button" data-part="less" aria-label="One less: ">−</button><input type="text" data-part="votes" aria-label="Votes: " inputmode="numeric"><button type="button" data-part="more" aria-label="One more: ">+</button><button type="button" data-part="go" aria-label="Go: ">Go</button></div>`;
  const TABLE = `<table class="board__table"><caption></caption><thead><tr><th scope="col">Choice</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody></tbody></table>`;

  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const parts = (root, name) => all(root, `[data-part="${name}"]`);
  const part = (root, name) => parts(root, name)[0];
  const remove = (element) => element.remove();
  const nothing = () => {};
  const boards = new Map();

  /* What people wrote is text. */
  const make = (pattern) => [...new DOMParser().parseFromString(pattern, "text/html").body.childNodes];

  function add(parent, tag, name, text = "") {
    const element = document.createElement(tag);
    element.className = "board__" + name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  function copy(parent, from) {
    const twin = from.cloneNode(true);
    all(twin, '[data-part="mark"], [data-part="number"]').forEach(remove);
    parent.append(...all(twin, "svg"));
    add(parent, "span", "text").append(...twin.childNodes);
  }

  function copyTitle(parent, step) {
    const title = step.title.cloneNode(true);
    const asked = part(title, "asked");
    part(title, "place").remove();
    asked.replaceWith(...asked.childNodes);
    add(parent, "span", "place", step.place);
    copy(parent, title);
  }

  function grow(row, count, counts) { part(row, "bar").style.width = 100 * count / Math.max(1, ...counts) + "%"; }

  const words = (option) => option.labels ? option.labels[0] : option;

  function Board(quiz) {
    /* Steps can be voted on; a stop is a path of steps, longer only in a story. */
    const steps = [];
    const stops = [];
    let at = 0, set = 0;
    let opener, dialog, main, putBack, lock;

    const roots = all(quiz, '[data-part="question"], [data-module="story"]');
    roots.forEach((root, number) => {
      const items = parts(root, "item");
      const scenes = parts(root, "scene");
      const here = (items[0] ? items : scenes[0] ? scenes : [root]).map((one, place) => {
        const options = all(one, '[data-part="way"], [data-part="input"]');
        return {
          options, id: scenes[0] && one.id, shown: [], title: root.querySelector(".quiz__legend"),
          place: `${number + 1} of ${roots.length}` + (items[0] ? `, part ${place + 1} of ${items.length}` : ""),
          about: part(one, "thing") || scenes[0] && one.querySelector("p"),
          picture: one.querySelector(":scope > div > svg, :scope > fieldset > div > svg"),
          counts: [options.map(() => 0), options.map(() => 0)]
        };
      });
      steps.push(...here);
      stops.push(...(scenes[0] ? [here[0]] : here).map((step) => [step]));
    });

    const now = () => (stops[at] || []).slice(-1)[0];
    const counts = () => now().counts[set];

    function addReason(row, { form, dataset: { key, say } }, said) {
      const reason = add(row, "p", "reason");
      if (say) {
        const good = key !== "no";
        row.dataset.mark = good ? "good" : "again";
        add(add(reason, "strong", "mark", good ? "Good choice " : "Look again "), "span", "shape", good ? "✓" : "↻").setAttribute("aria-hidden", "true");
      }
      /* A shared reason is said once. */
      if (!said.has(say)) reason.append(say ? " " + all(form, ".quiz__answers li > span")[say].textContent : "Asking is good. Ask someone, then have another go.");
      said.add(say);
    }

    function ask(step) {
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
        all(row, "[aria-label]").forEach((one) => {
          one.setAttribute("aria-label", one.getAttribute("aria-label") + name);
          one.value = number;
        });
        part(row, "votes").addEventListener("input", (event) => vote(number, event.target.value | 0));
        if (step.shown[set]) addReason(row, option, said);
      });
    }

    function sumUp(parent) {
      add(parent, "h2", "title", "All the votes: " + quiz.dataset.title);
      steps.forEach((step) => {
        const both = step.counts.flat();
        if (step.id && !both.some(Boolean)) return;
        const [table] = make(TABLE);
        parent.append(table);
        copyTitle(table.caption, step);
        if (step.about) copy(add(table.caption, "div", "about"), step.about);
        step.options.forEach((option, number) => {
          const row = table.tBodies[0].insertRow();
          const head = add(row, "th", "text");
          head.scope = "row";
          copy(head, words(option));
          step.counts.forEach((votes) => {
            const cell = row.insertCell();
            add(cell, "span", "text", votes[number]);
            cell.append(...make(TRACK));
            grow(cell, votes[number], both);
          });
        });
      });
    }

    function update() {
      parts(main, "row").forEach((row, number) => {
        const count = counts()[number];
        part(row, "votes").value = count;
        grow(row, count, counts());
      });
      part(dialog, "clear").textContent = putBack ? "Put the counts back" : "Clear the counts";
    }

    function vote(number, count) {
      counts()[number] = Math.min(999, Math.max(0, count));
      putBack = null;
      update();
    }

    function show(stay) {
      const step = now();
      main.textContent = "";
      if (step) ask(step);
      else sumUp(main);
      dialog.dataset.screen = !step ? "votes" : !step.options[0] ? "end" : step.id ? "story" : "question";
      main.dataset.set = set;
      parts(dialog, "set").forEach((button, number) => button.setAttribute("aria-pressed", number === set));
      part(dialog, "back").hidden = !at && !stops[0][1];
      part(dialog, "next").textContent = stops[at + 1] ? "Next" : "All the votes";
      part(dialog, "reveal").textContent = step && step.shown[set] ? "Hide the reasons" : "Show the reasons";
      quiz.dispatchEvent(new CustomEvent("board", { detail: step }));
      if (!stay) {
        putBack = null;
        main.firstChild.tabIndex = -1;
        main.firstChild.focus();
        main.scrollTop = 0;
      }
      update();
    }

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
        stops[at].push(steps.find((step) => "#" + step.id === now().options[value].hash));
        show();
      },
      less({ value }) { vote(value, counts()[value] - 1); },
      more({ value }) { vote(value, counts()[value] + 1); },
      reveal() {
        now().shown[set] = !now().shown[set];
        show(true);
      },
      print() { window.print(); },
      clear() {
        if (putBack) putBack = putBack();
        else {
          const cleared = now() ? [counts()] : steps.flatMap((step) => step.counts);
          const kept = cleared.map((votes) => [...votes]);
          cleared.forEach((votes) => votes.fill(0));
          putBack = () => cleared.forEach((votes, number) => Object.assign(votes, kept[number]));
        }
        show(true);
      }
    };

    /* The focus may be anywhere. */
    function press(event) {
      const { key, target } = event;
      event.stopPropagation();
      if (!KEYS[key] || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
      if (key === " " && target.closest("button") || target.closest("input") && !/^Page/.test(key)) return;
      event.preventDefault();
      actions[KEYS[key]]();
    }

    function stayAwake() {
      if (!navigator.wakeLock || document.hidden) return;
      lock = navigator.wakeLock.request("screen");
      lock.catch(nothing);
    }

    function layOut() {
      clearAway();
      sumUp(add(document.body, "div", "paper"));
    }

    function clearAway() { all(document, ".board__paper").forEach(remove); }

    function listen(change) {
      document[change]("keydown", press, true);
      document[change]("visibilitychange", stayAwake);
      document[change]("fullscreenchange", shrunk);
      window[change]("beforeprint", layOut);
      window[change]("afterprint", clearAway);
      document.body.toggleAttribute("data-board");
    }

    function open(button) {
      opener = button;
      dialog = add(document.body, "dialog", "dialog");
      dialog.setAttribute("aria-label", "Class board: " + quiz.dataset.title);
      dialog.append(...make(FRAME));
      main = part(dialog, "main");
      dialog.addEventListener("close", leave);
      dialog.addEventListener("click", ({ target }) => {
        const button = target.closest("button");
        if (button) (actions[button.dataset.part] || nothing)(button);
        else if (target.select) target.select();
      });
      try {
        dialog.showModal();
      } catch (error) {
        return dialog.remove(); /* the keys stay the page's */
      }
      listen("addEventListener");
      show();
      stayAwake();
      const whole = dialog.firstChild;
      if (whole.requestFullscreen) whole.requestFullscreen().catch(nothing);
    }

    const shrunk = () => document.fullscreenElement || dialog.close();

    function leave() {
      listen("removeEventListener");
      clearAway();
      dialog.remove();
      if (lock) lock.then((given) => given.release()).catch(nothing);
      opener.focus();
    }

    return open;
  }

  window.schoolBoard = {
    open(quiz, button) {
      if (!boards.has(quiz)) boards.set(quiz, Board(quiz));
      boards.get(quiz)(button);
    }
  };

  /* "Back" keeps no counts. */
  window.addEventListener("pagehide", () => {
    all(document, ".board__dialog").forEach((dialog) => dialog.close());
    boards.clear();
  });
})();
