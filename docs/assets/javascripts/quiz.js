/* Marks a quiz on the page; without this script its answers are in <details>. Nothing is stored or sent.
   display.js brings it when the reader is near, and shows the buttons that it makes work. */
"use strict";

(() => {
  const { add, all, bring, part, parts } = school;

  /**
   * One rule for every type of question: is each input in the state that its key says, "yes", "no" or "may"?
   *
   * @param {Answer[]} answers
   */
  function isRight(answers) {
    return answers.every((answer) => answer.key === "may" || answer.checked === (answer.key === "yes"));
  }

  /**
   * Is there a part of the question that nothing is chosen in?
   *
   * @param {Answer[]} answers
   */
  function isUnanswered(answers) {
    /** @type {Record<string, boolean>} */
    const chosen = {};
    answers.forEach((answer) => { chosen[answer.name] = chosen[answer.name] || answer.checked; });
    return Object.keys(chosen).some((name) => !chosen[name]);
  }

  school.marking = { isRight, isUnanswered };

  const YES = "Yes!";
  const NOT_YET = "Not yet.";
  const GOOD = "Good choice";
  const LOOK_AGAIN = "Look again";
  const UNSURE = "Asking is good. Ask someone, then have another go.";
  const CHOOSE = "Choose an answer first. You can choose “I’m not sure”.";
  const MORE = "There is more to find.";
  /* Tries. */
  const REVEAL_AFTER = 2;

  /** @typedef {HTMLInputElement | HTMLOptionElement} Input */
  /** @typedef {{root: HTMLElement, reset: () => void, next: () => HTMLElement}} Question */

  /**
   * @param {Element} element
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  function around(element, name) { return element.closest('[data-part="' + name + '"]'); }

  /** @param {Input} input */
  function isChosen(input) { return input instanceof HTMLOptionElement ? input.selected : input.checked; }

  /**
   * @param {Input} input
   * @returns {HTMLInputElement | HTMLSelectElement}
   */
  function control(input) {
    return input instanceof HTMLOptionElement ? /** @type {HTMLSelectElement} */ (input.parentNode) : input;
  }

  /**
   * @param {Input} input
   * @returns {HTMLLabelElement}
   */
  function labelOf(input) { return /** @type {NodeListOf<HTMLLabelElement>} */ (control(input).labels)[0]; }

  /**
   * What is pressed says to those who hear it which question of many it is of.
   *
   * @param {HTMLElement} element
   * @param {number} number
   */
  function addNumber(element, number) { add(element, "span", "unseen", " question " + number); }

  /**
   * @param {HTMLFormElement} form
   * @param {number} number
   * @returns {Question}
   */
  function createQuestion(form, number) {
    /** @type {Input[]} */
    const inputs = parts(form, "input");
    const result = part(form, "result");
    /** @type {HTMLDetailsElement} */
    const hint = part(form, "hint");
    /** @type {HTMLDetailsElement} */
    const answers = part(form, "answers");
    const reasons = all(answers, "li > span");
    const button = part(form, "check");
    let tries = 0;

    /** @param {string} words */
    function name(words) {
      button.textContent = words;
      addNumber(button, number);
    }

    function clear() {
      result.textContent = "";
      form.removeAttribute("data-state");
      parts(form, "mark").forEach((mark) => { mark.remove(); });
      all(form, "[data-mark]").forEach((item) => { item.removeAttribute("data-mark"); });
    }

    /**
     * @param {Input} input
     * @param {boolean} good
     */
    function mark(input, good) {
      const holder = around(input, "choice") || around(input, "item") || form;
      holder.dataset.mark = good ? "good" : "again";
      add(labelOf(input), "span", "quiz__mark", good ? GOOD : LOOK_AGAIN).dataset.part = "mark";
    }

    /**
     * What a line is about is named where it could be doubted.
     *
     * @param {HTMLElement} list
     * @param {Input} input
     * @param {string} text
     */
    function say(list, input, text) {
      const line = add(list, "li");
      const item = around(input, "item");
      const about = item ? part(item, "thing") : control(input).type === "checkbox" && labelOf(input);
      if (about) {
        const name = all(about, "span")[0].textContent;
        add(line, "strong", "", name + (/[.?!]["”’)]*$/.test(name) ? " " : ": "));
      }
      line.append(text);
    }

    function answered() {
      return inputs.map((input) => ({ name: control(input).name, checked: isChosen(input), key: input.dataset.key }));
    }

    function check() {
      clear();
      const state = answered();
      if (isUnanswered(state)) {
        form.dataset.state = "empty";
        add(result, "p", "quiz__verdict", CHOOSE);
        return;
      }
      const right = isRight(state);
      form.dataset.state = right ? "right" : "not-yet";
      add(result, "p", "quiz__verdict", right ? YES : NOT_YET);
      const list = document.createElement("ul");
      list.className = "quiz__reasons";
      tries += right ? 0 : 1;
      let missed = false;
      inputs.forEach((input) => {
        if (isChosen(input) && "unsure" in input.dataset) say(list, input, UNSURE);
        else if (isChosen(input)) {
          say(list, input, reasons[Number(input.dataset.say)].textContent);
          mark(input, input.dataset.key !== "no");
        } else if (input.dataset.missed) {
          missed = true;
          if (tries >= REVEAL_AFTER) add(list, "li", "", reasons[Number(input.dataset.missed)].textContent);
        }
      });
      if (missed && tries < REVEAL_AFTER) add(list, "li", "", MORE);
      /* Whole, so that it is heard as one. */
      result.append(list);
      hint.hidden = right || tries === 0;
      answers.hidden = tries < REVEAL_AFTER;
      name(right ? "Check" : "Check again");
    }

    function begin() {
      clear();
      tries = 0;
      name("Check");
      hint.hidden = answers.hidden = true;
      hint.open = answers.open = false;
    }

    function reset() {
      form.reset();
      begin();
    }

    /* Enter in a choice presses it, too. In a frame of another site the form itself may not be allowed to do anything. */
    button.addEventListener("click", (event) => {
      event.preventDefault();
      check();
    });
    form.addEventListener("change", clear);
    /* What was chosen before this script came stays. */
    begin();
    return {
      root: form,
      reset,
      /* What was chosen and not checked needs only the button. */
      next: () => isUnanswered(answered()) || form.dataset.state ? control(inputs[0]) : button
    };
  }

  /**
   * @param {HTMLElement} story
   * @returns {Question}
   */
  function createStory(story) {
    return {
      root: story,
      reset: () => { story.dispatchEvent(new Event("reset")); },
      next: () => all(story, '[data-part="scene"]:not([hidden])')[0]
    };
  }

  /** @param {HTMLElement} quiz */
  function offerBoard(quiz) {
    const button = part(quiz, "board");
    const { boardStyle, board, cardsStyle, cards } = quiz.dataset;
    button.addEventListener("click", () => {
      bring(button, [boardStyle, board, cardsStyle, cards].join(" ").trim().split(" "), () => {
        school.openBoard(quiz, button);
      });
    });
  }

  /** @param {HTMLElement} quiz */
  function start(quiz) {
    const again = part(quiz, "again");
    const missing = part(quiz, "missing");
    const finish = part(quiz, "finish");
    const done = part(quiz, "done");
    const look = part(quiz, "look");
    const score = part(quiz, "score");
    const questions = all(quiz, '[data-part="question"], [data-module="story"]').map((root, index) => {
      all(root, "summary, .quiz__actions > button:not(.quiz__check)").forEach((one) => { addNumber(one, index + 1); });
      return root instanceof HTMLFormElement ? createQuestion(root, index + 1) : createStory(root);
    });

    /** @param {Question} question */
    function state(question) { return question.root.dataset.state; }

    function left() { return questions.filter((question) => state(question) !== "right"); }

    /** @param {Question} question */
    function goTo(question) {
      /* A book opens at its page. */
      question.root.dispatchEvent(new Event("wanted", { bubbles: true }));
      question.next().focus({ preventScroll: true });
      question.root.scrollIntoView();
    }

    /**
     * @param {HTMLElement} holder
     * @param {Question[]} some
     */
    function list(holder, some) {
      const links = part(holder, "links");
      links.textContent = "";
      some.forEach((question) => {
        const link = add(add(links, "li"), "a", "quiz__link");
        link.textContent = questions.indexOf(question) + 1 + ". " + part(question.root, "asked").textContent;
        link.href = "#" + part(question.root, "asked").id;
        link.addEventListener("click", (event) => {
          /* The address stays, and "back" leads off the page. */
          event.preventDefault();
          goTo(question);
        });
      });
      holder.hidden = !some.length;
    }

    function changed() {
      missing.hidden = done.hidden = true;
      finish.hidden = false;
    }

    function end() {
      const some = left();
      changed();
      show(questions);
      list(look, some);
      if ("score" in quiz.dataset) {
        score.textContent = "You have " + (questions.length - some.length) + " of " + questions.length + " right.";
        score.hidden = false;
      }
      done.hidden = false;
      finish.hidden = true;
      done.dispatchEvent(new Event("wanted", { bubbles: true }));
      part(done, "heading").focus();
    }

    /** @param {Question[]} some */
    function show(some) {
      questions.forEach((question) => { question.root.hidden = !some.includes(question); });
    }

    function clean() {
      show(questions);
      questions.forEach((question) => { question.reset(); });
      changed();
    }

    quiz.addEventListener("change", changed);
    quiz.addEventListener("click", ({ target }) => { if (/** @type {Element} */ (target).closest(".quiz__check")) changed(); });
    finish.addEventListener("click", () => {
      const unchecked = left().filter((question) => state(question) !== "not-yet");
      if (!unchecked.length) return end();
      changed();
      list(missing, unchecked);
      missing.dispatchEvent(new Event("wanted", { bubbles: true }));
      part(missing, "heading").focus();
    });
    part(quiz, "anyway").addEventListener("click", end);
    /* Only what is not yet right is asked again, as if for the first time. */
    part(quiz, "ask").addEventListener("click", () => {
      const some = left();
      /* A status that is hidden and shown again would be spoken again. */
      parts(quiz, "result").forEach((result) => { result.textContent = ""; });
      show(some);
      some.forEach((question) => { question.reset(); });
      changed();
      goTo(some[0]);
    });
    again.addEventListener("click", () => {
      clean();
      goTo(questions[0]);
    });
    if (part(quiz, "board")) offerBoard(quiz);
    changed();
    /* A page out of the browser's memory has its answers: the next child starts clean. Not at every "pageshow": an
       answer that was given before a slow page was whole would be gone. */
    addEventListener("pageshow", (event) => { if (event.persisted) clean(); });
  }

  school.createAll('[data-module="quiz"]', start);
})();
