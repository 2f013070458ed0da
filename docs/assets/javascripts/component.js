/* What all other scripts stand on. If it doesn't come they do nothing, and each page is what it is without scripts. */
"use strict";

/**
 * What scripts give to the others, each when it has come.
 *
 * @typedef {object} Given
 * @property {() => void} bringLetters by display.js: fetches the school's letters, where the page is set in them
 * @property {() => () => void} keepAwake by full-screen.js: keeps the screen from going dark, where a browser can; gives what ends it
 * @property {(scroller: Element, way: number) => boolean} readOn by full-screen.js: goes on down what is longer than its window, or
 *   back up, and says whether there was more
 * @property {(opener: HTMLElement) => void} openWhiteboard by whiteboard.js
 * @property {(quiz: HTMLElement, opener: HTMLElement) => void} openBoard by board.js
 * @property {(button: HTMLElement) => void} readAloud by read-aloud.js: begins, and ends at a second press
 * @property {(opener: HTMLElement) => void} toggleSearch by search.js
 * @property {(rows: SearchRow[], body: string) => void} fillSearch by search.js, for the index
 * @property {(query: string, reader: string) => SearchHit[]} search by search.js
 * @property {Marking} marking by quiz.js
 */

/**
 * A page in the index of search: its path, title, group, description, other names with semicolons between, and headings,
 * each after its id.
 *
 * @typedef {[string, string, number, string, string, string[]]} SearchRow
 */

/**
 * @typedef {object} SearchPage
 * @property {string} path from the site's root
 * @property {string} title
 * @property {number} group which says how much it counts for each reader
 * @property {string} about
 * @property {SearchPart[]} parts
 * @property {Set<string>} names by which it is known, as stems
 * @property {Set<string>} said the same, by the words as they are written
 *
 * @typedef {{id: string, title: string}} SearchPart a heading, and where it is
 * @typedef {{page: SearchPage, part: SearchPart | null, exact: number, whole: number, score: number}} SearchHit
 */

/**
 * @typedef {object} Answer
 * @property {string} name of the part of the question
 * @property {boolean} checked whether it is chosen
 * @property {string} [key] "yes", "no" or "may": how it is when the question is right
 *
 * @typedef {object} Marking
 * @property {(answers: Answer[]) => boolean} isRight
 * @property {(answers: Answer[]) => boolean} isUnanswered
 */

/* exported school */
const school = (() => {
  /** @type {Record<string, number>} */
  const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };

  /**
   * Finds all that a selector names.
   *
   * @template {HTMLElement} [T=HTMLElement]
   * @param {ParentNode} root where it is looked for
   * @param {string} selector of CSS
   * @returns {T[]} the elements, in the page's order
   */
  const all = (root, selector) => [.../** @type {NodeListOf<T>} */ (root.querySelectorAll(selector))];

  /**
   * Finds all parts of a name.
   *
   * @template {HTMLElement} [T=HTMLElement]
   * @param {ParentNode} root where they are looked for
   * @param {string} name their data-part
   * @returns {T[]} the parts, in the page's order
   */
  const parts = (root, name) => all(root, `[data-part="${name}"]`);

  /**
   * Finds the first part of a name.
   *
   * @template {HTMLElement} [T=HTMLElement]
   * @param {ParentNode} root where it is looked for
   * @param {string} name its data-part
   * @returns {T} the part; where there is none, undefined, of which the type says nothing: nearly all are always there
   */
  const part = (root, name) => /** @type {T} */ (parts(root, name)[0]);

  /**
   * Adds an element to another. Its words are text and never markup.
   *
   * @template {keyof HTMLElementTagNameMap} K
   * @param {Node} parent where it becomes the last
   * @param {K} tag its name; a button sends no form
   * @param {string} [className] its classes
   * @param {string} [text] its words
   * @returns {HTMLElementTagNameMap[K]} the element
   */
  function add(parent, tag, className, text = "") {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (tag === "button") element.setAttribute("type", "button");
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  /** @type {Record<string, Set<Element>>} */
  const started = {};

  /**
   * Starts a component wherever it stands: once, however often this is called. One that fails takes no other with it.
   *
   * @template {HTMLElement} [T=HTMLElement]
   * @param {string} selector where it stands, such as [data-module="story"]
   * @param {(root: T) => void} start is given each place
   */
  function createAll(selector, start) {
    const before = started[selector] = started[selector] || new Set();
    all(document, selector).forEach((root) => {
      if (before.has(root)) return;
      before.add(root);
      try {
        start(/** @type {any} */ (root));
      } catch (error) {
        console.error(error);
      }
    });
  }

  /**
   * Changes how the page looks, and leaves what is pointed at, or else what is in the middle of the screen, where it is:
   * a press that has begun is not lost. Not every browser does that by itself. At its top, a page stays there but for a
   * press: whoever comes by an address sees it from its top.
   *
   * @param {() => void} change
   */
  function steady(change) {
    /** @param {Element} element */
    const top = (element) => element.getBoundingClientRect().top;
    const held = scrollY ? ":hover" : ":active";
    const before = new Map([...(scrollY ? all(document, "main *") : []), ...all(document, held)].reverse()
      .map((element) => [element, top(element)]));
    change();
    for (const [element, at] of before) {
      const most = innerHeight / (element.matches(held) ? 1 : 2);
      if (at > 0 && at < most && element.getClientRects()[0]) return scrollBy(0, top(element) - at);
    }
  }

  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();

  /**
   * Fetches a style sheet or a script: once, however many ask. What didn't come is asked for the next time.
   *
   * @param {string} address
   */
  function load(address) {
    const before = coming.get(address);
    if (before) return before;
    const style = address.endsWith(".css");
    const file = add(document.head, style ? "link" : "script");
    /** @type {Promise<void>} */
    const after = new Promise((came, failed) => {
      file.addEventListener("load", () => {
        if (style) steady(() => { Object.assign(file, { media: "all" }); });
        came();
      });
      file.addEventListener("error", () => {
        coming.delete(address);
        file.remove();
        failed();
      });
    });
    coming.set(address, after);
    Object.assign(file, style ? { rel: "stylesheet", href: address, media: "print" } : { async: false, src: address });
    return after;
  }

  /**
   * Fetches style sheets and scripts, all at once. Scripts begin in their order, whether or not the others come.
   *
   * @param {string[]} addresses their addresses
   * @param {() => void} then is called when all are there
   * @param {() => void} failed is called when one didn't come
   */
  function loadOnce(addresses, then, failed) { Promise.all(addresses.map(load)).then(then, failed); }

  /**
   * Fetches what a press needs, and says beside the button if it didn't come. Two presses open one.
   *
   * @param {HTMLElement} button what was pressed
   * @param {string[]} addresses of what it needs
   * @param {() => void} then is called when that is there
   */
  function bring(button, addresses, then) {
    if (button.dataset.coming) return;
    const after = button.nextElementSibling;
    const said = after && after.matches("output") ? after : document.createElement("output");
    said.textContent = "";
    button.dataset.coming = "yes";
    /** @param {() => void} next */
    const end = (next) => () => {
      delete button.dataset.coming;
      next();
    };
    loadOnce(addresses, end(then), end(() => {
      button.after(said);
      /* So that it is heard. */
      setTimeout(() => { said.textContent = "It didn’t come. Check the internet and press again."; }, 50);
    }));
  }

  /**
   * Says which way a key leads through pages.
   *
   * @param {KeyboardEvent} event its press
   * @returns {number} 1 for on, -1 for back, 0 for neither: also with a key that makes it mean something else
   */
  function wayOf({ key, altKey, ctrlKey, metaKey, shiftKey }) {
    return altKey || ctrlKey || metaKey || shiftKey ? 0 : KEYS[key] || 0;
  }

  /**
   * Says whether there is more to read before the next page comes, or the one before.
   *
   * @param {Element} scroller what can be scrolled
   * @param {number} way 1 for on, -1 for back
   */
  const hasMore = ({ scrollHeight, clientHeight, scrollTop }, way) => (way > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop) > 4;

  const base = { add, all, bring, createAll, hasMore, loadOnce, part, parts, steady, wayOf };
  return /** @type {Given & typeof base} */ (base);
})();
