/* Reads aloud when a button is pressed. Nothing is stored or sent. */
(() => {
  "use strict";

  if (window.schoolAloud) return; // two quick presses fetch it twice

  /* A sentence, or as much as fits: some browsers fall silent after 15 seconds. */
  const PIECE = /(?=\S)(?:.{0,160}?[.!?…]["”’'):]*(?=\s|$)|.{1,160}(?=\s|$)|.{160})/gu;

  /* What is read, in the page's order, without the marks. */
  const PARTS = `legend:not([data-part]), [data-part="thing"] > span:not([data-part]),
    [data-part="choice"] label > span:not([data-part]), option[data-part="input"],
    [data-part="result"] > p, [data-part="result"] li, [data-part="scene"] p, [data-part="way"] > span`;

  let reading = null;
  let pressed = null;

  /* British first. Some devices write en_GB or eng-GBR. */
  function bestVoice() {
    const rank = (voice) => 2 * /^eng?[-_]gb/i.test(voice.lang) + voice.default;
    return speechSynthesis.getVoices()
      .filter((voice) => voice.localService && /^eng?([-_]|$)/i.test(voice.lang))
      .sort((one, other) => rank(other) - rank(one))[0];
  }

  function light(element) {
    if (reading.lit) reading.lit.classList.remove("spoken");
    if (element) element.classList.add("spoken");
    reading.lit = element;
  }

  function stop() {
    const old = reading;
    if (!old) return;
    light();
    reading = null; // late events of the old utterance then find nothing
    clearTimeout(old.timer);
    speechSynthesis.cancel();
    old.done();
  }

  /* Reads elements; "done" runs at the end or when stopped. */
  function speak(elements, done) {
    const before = reading;
    stop();
    const voice = bestVoice();
    const pieces = elements.flatMap((element) =>
      (element.innerText.replace(/…{2,}/g, "blank").match(PIECE) || []).map((text) => ({ element, text })));

    function next() {
      const piece = pieces.shift();
      if (!piece) return stop();
      light(piece.element.closest("select") || piece.element);
      const utterance = new SpeechSynthesisUtterance(piece.text);
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

  function toggle(question, button) {
    if (pressed === button) return stop();
    pressed = button;
    button.textContent = "Stop";
    const parts = (question || button.closest('[data-module="story"]')).querySelectorAll(PARTS);
    speak([...parts].filter((part) => !part.closest("[hidden]")), () => {
      button.textContent = "Listen";
      if (pressed === button) pressed = null;
    });
  }

  document.addEventListener("change", stop);
  document.addEventListener("click", (event) => event.target.closest('a, button:not([data-part="listen"])') && stop());
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  window.addEventListener("pagehide", stop);

  window.schoolAloud = { toggle, speak };
})();
