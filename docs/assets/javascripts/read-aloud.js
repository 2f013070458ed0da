/* Reads aloud when a button is pressed. Nothing is stored or sent. */
"use strict";

(() => {
  /* A sentence, or as much as fits: some browsers fall silent after 15 seconds. */
  const PIECE = /(?=\S)(?:.{0,160}?[.!?…]["”’'):]*(?=\s|$)|.{1,160}(?=\s|$)|.{160})/gu;

  /* Read of a question, in order. */
  const PARTS = `legend:not([data-part]), [data-part="thing"] > span:not([data-part]),
    [data-part="choice"] label > span:not([data-part]), option[data-part="input"],
    [data-part="result"] > p, [data-part="result"] li, [data-part="scene"] p, [data-part="way"] > span`;

  /* Not read of a step. */
  const UNREAD = '[aria-hidden="true"], [data-part], [data-module="quiz"], .home, summary';

  /* Said digit by digit. */
  const NUMBER = /\b(?:0[\d\s]+\d|999)\b/g;

  /** @typedef {[Text, number]} Letter a text, and the letter's number in it */
  /** @typedef {{element: HTMLElement, text: string, letters: Letter[]}} Piece */

  /**
   * What is being read.
   *
   * @typedef {object} Reading
   * @property {() => void} done is called when it ends
   * @property {Element} [lit] what is marked
   * @property {number} [timer] of its beginning
   * @property {SpeechSynthesisUtterance} [utterance] what is spoken
   */

  /** @type {Reading | null} */
  let reading = null;
  /** @type {HTMLElement | null} */
  let pressed = null;

  /* British first: en_GB or eng-GBR, too. */
  function bestVoice() {
    /** @param {SpeechSynthesisVoice} voice */
    const rank = (voice) => (/^eng?[-_]gb/i.test(voice.lang) ? 2 : 0) + (voice.default ? 1 : 0);
    return speechSynthesis.getVoices()
      .filter((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang))
      .sort((one, other) => rank(other) - rank(one))[0];
  }

  /**
   * Marks the element of a piece, in newer browsers the piece.
   *
   * @param {Piece} [piece]
   */
  function light(piece) {
    if (reading && reading.lit) reading.lit.classList.remove("spoken");
    if (window.Highlight) CSS.highlights.delete("spoken");
    if (!piece || !reading) return;
    reading.lit = piece.element.closest("select") || piece.element;
    reading.lit.classList.add("spoken");
    const { letters } = piece;
    if (!letters.length || !window.Highlight) return;
    const range = new Range();
    range.setStart(...letters[0]);
    range.setEnd(...letters[letters.length - 1]);
    range.setEnd(range.endContainer, range.endOffset + 1);
    CSS.highlights.set("spoken", new Highlight(range));
  }

  /**
   * Each letter of an element: its text node, and its number there.
   *
   * @param {HTMLElement} element
   */
  function lettersOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    /** @type {Letter[]} */
    const letters = [];
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      node.data.split("").forEach((letter, index) => { if (letter.trim()) letters.push([node, index]); });
    }
    return letters;
  }

  /**
   * Pieces have letters only where what is said is what is written.
   *
   * @param {HTMLElement} element
   * @returns {Piece[]}
   */
  function cut(element) {
    const words = element instanceof HTMLImageElement ? element.alt
      : element.matches('[role="img"]') ? String(element.getAttribute("aria-label")) : element.innerText;
    /** @type {string[]} */
    const texts = words.replace(/…{2,}/g, "blank").match(PIECE) || [];
    const lengths = texts.map((text) => text.replace(/\s/g, "").length);
    const letters = lettersOf(element);
    if (letters.length !== lengths.reduce((sum, one) => sum + one, 0)) letters.length = 0;
    return texts.map((text, number) => ({ element, text, letters: letters.splice(0, lengths[number]) }));
  }

  function stop() {
    const old = reading;
    if (!old) return;
    light();
    reading = null; // late events then find nothing
    clearTimeout(old.timer);
    speechSynthesis.cancel();
    old.done();
  }

  /**
   * Reads elements; "done" runs at the end or when stopped.
   *
   * @param {HTMLElement[]} elements
   * @param {() => void} done
   */
  function speak(elements, done) {
    const before = reading;
    stop();
    const voice = bestVoice();
    const pieces = elements.flatMap(cut);

    function next() {
      const piece = pieces.shift();
      if (!piece || !voice || !reading) return stop();
      light(piece);
      const utterance = new SpeechSynthesisUtterance(piece.text.replace(NUMBER, (digits) => digits.replace(/\s/g, "").split("").join(" ")));
      /** @param {() => void} then */
      const ifNow = (then) => () => reading && reading.utterance === utterance && then();
      utterance.voice = voice;
      utterance.lang = voice.lang; // Android heeds this alone
      utterance.rate = 0.9;
      utterance.onend = ifNow(next);
      utterance.onerror = ifNow(stop);
      reading.utterance = utterance; // held, or it may never tell its end
      speechSynthesis.speak(utterance);
    }

    if (!voice) return done();
    reading = before ? { done, timer: setTimeout(next, 200) } : { done }; // words straight after cancel() may be lost
    if (!before) next(); // an iPad speaks only within the press
  }

  /**
   * An element with words of its own is read whole.
   *
   * @param {HTMLElement} element
   * @returns {HTMLElement[]}
   */
  function parts(element) {
    if (element.matches(UNREAD) || !element.getClientRects().length) return [];
    const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
    return own || element.matches('[role="img"], img[alt]:not([alt=""])') ? [element] : partsOf(element);
  }

  /** @param {HTMLElement} element */
  function partsOf(element) { return school.all(element, ":scope > *").flatMap(parts); }

  /**
   * Of a lesson's page, what is to be read aloud, if anything is.
   *
   * @param {HTMLElement} spread
   */
  function page(spread) {
    /** @type {HTMLDetailsElement | null} */
    const text = spread.querySelector("details.aloud");
    if (text) text.open = true;
    return partsOf(text || spread);
  }

  /**
   * A step is a heading and what follows it.
   *
   * @param {HTMLElement} heading
   */
  function step(heading) {
    const found = parts(heading);
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches("h2, .book") || next.querySelector('h2 + [data-part="listen"]')) break;
      found.push(...parts(/** @type {HTMLElement} */ (next)));
    }
    return found;
  }

  /**
   * What a button reads.
   *
   * @param {HTMLElement} button
   */
  function readBy(button) {
    const choice = button.closest('[data-part="choice"]');
    if (choice) return school.all(choice, "label > span").slice(0, 1);
    const question = button.closest('[data-part="question"], [data-module="story"]');
    if (question) return school.all(question, PARTS).filter((part) => !part.closest("[hidden]"));
    /** @type {HTMLElement | null} */
    const spread = button.closest(".spread");
    if (spread) return page(spread);
    const heading = document.getElementById(String(button.dataset.of));
    return heading ? step(heading) : [];
  }

  /** @param {HTMLElement} button */
  function toggle(button) {
    if (pressed === button) return stop();
    const label = /** @type {Text} */ (button.firstChild);
    const name = label.data;
    speak(readBy(button), () => {
      label.data = name;
      button.classList.remove("aloud--reading");
      if (pressed === button) pressed = null;
    });
    if (!reading) return;
    pressed = button;
    label.data = "Stop";
    button.classList.add("aloud--reading");
  }

  document.addEventListener("change", stop);
  document.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest('a, button:not([data-part="listen"])')) stop();
  }, true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  document.addEventListener("pageturn", stop);
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  addEventListener("pagehide", stop);

  school.readAloud = toggle;
})();
