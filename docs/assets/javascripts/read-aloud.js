/* Reads aloud when a button is pressed. Nothing is stored or sent. */
(() => {
  "use strict";

  if (window.schoolAloud) return; // two quick presses fetch it twice

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

  let reading = null;
  let pressed = null;

  /* British first: en_GB or eng-GBR, too. */
  function bestVoice() {
    const rank = (voice) => 2 * /^eng?[-_]gb/i.test(voice.lang) + voice.default;
    return speechSynthesis.getVoices()
      .filter((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang))
      .sort((one, other) => rank(other) - rank(one))[0];
  }

  /* Marks the element of a piece, in newer browsers the piece. */
  function light(piece) {
    if (reading.lit) reading.lit.classList.remove("spoken");
    if (window.Highlight) CSS.highlights.delete("spoken");
    if (!piece) return;
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

  /* Each letter of an element: its text node, and its number there. */
  function lettersOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const letters = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      node.data.replace(/\S/g, (letter, index) => { letters.push([node, index]); });
    }
    return letters;
  }

  /* Pieces have letters only where what is said is what is written. */
  function cut(element) {
    const words = element.matches("img") ? element.alt : element.matches('[role="img"]') ? element.getAttribute("aria-label") : element.innerText;
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

  /* Reads elements; "done" runs at the end or when stopped. */
  function speak(elements, done) {
    const before = reading;
    stop();
    const voice = bestVoice();
    const pieces = elements.flatMap(cut);

    function next() {
      const piece = pieces.shift();
      if (!piece) return stop();
      light(piece);
      const utterance = new SpeechSynthesisUtterance(piece.text.replace(NUMBER, (digits) => digits.match(/\d/g).join(" ")));
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
    reading = { done };
    if (before) reading.timer = setTimeout(next, 200); // words straight after cancel() may be lost
    else next(); // an iPad speaks only within the press
  }

  /* An element with words of its own is read whole. */
  function parts(element) {
    if (element.matches(UNREAD) || !element.getClientRects().length) return [];
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return own || element.matches('[role="img"], img[alt]:not([alt=""])') ? [element] : [...element.children].flatMap(parts);
  }

  /* Of a lesson's page, what is to be read aloud, if anything is. */
  function page(spread) {
    const text = spread.querySelector("details.aloud");
    if (text) text.open = true;
    return [...(text || spread).children].flatMap(parts);
  }

  /* A step is a heading and what follows it. */
  function step(heading) {
    const found = parts(heading);
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches("h2, .book") || next.querySelector('h2 + [data-part="listen"]')) break;
      found.push(...parts(next));
    }
    return found;
  }

  function toggle(button) {
    if (pressed === button) return stop();
    const label = button.firstChild, name = label.data;
    const question = button.closest('[data-part="question"], [data-module="story"]');
    const spread = !question && button.closest(".spread");
    const choice = button.closest('[data-part="choice"]');
    const elements = choice ? [choice.querySelector("label > span")] : spread ? page(spread) : question
      ? [...question.querySelectorAll(PARTS)].filter((part) => !part.closest("[hidden]"))
      : step(document.getElementById(button.dataset.of));
    speak(elements, () => {
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
  document.addEventListener("click", (event) => event.target.closest('a, button:not([data-part="listen"])') && stop(), true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  document.addEventListener("pageturn", stop);
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  window.addEventListener("pagehide", stop);

  window.schoolAloud = { toggle };
})();
