/* Marks a quiz on the page; without this script its answers are in <details>. Nothing is stored or sent.
   display.js brings it when the reader is near, and shows the buttons that it makes work. */
(function () {
  "use strict";

  /* One rule for every type of question: is each input in the state that its key says, "yes", "no" or "may"? */
  function isRight(answers) {
    return answers.every(function (answer) { return answer.key === "may" || answer.checked === (answer.key === "yes"); });
  }

  /* Is there a part of the question that nothing is chosen in? */
  function isUnanswered(answers) {
    var chosen = {};
    answers.forEach(function (answer) { chosen[answer.name] = chosen[answer.name] || answer.checked; });
    return Object.keys(chosen).some(function (name) { return !chosen[name]; });
  }

  if (typeof module === "object") {
    module.exports = { isRight: isRight, isUnanswered: isUnanswered };
    return;
  }

  var YES = "Yes!";
  var NOT_YET = "Not yet.";
  var GOOD = "Good choice";
  var LOOK_AGAIN = "Look again";
  var UNSURE = "Asking is good. Ask someone, then have another go.";
  var CHOOSE = "Choose an answer first. You can choose “I’m not sure”.";
  var MORE = "There is more to find.";
  /* Tries. */
  var REVEAL_AFTER = 2;

  function add(parent, tag, text, name) {
    var element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    parent.appendChild(element);
    return element;
  }

  function all(root, selector) { return Array.from(root.querySelectorAll(selector)); }

  function part(root, name) { return root.querySelector('[data-part="' + name + '"]'); }

  function parts(root, name) { return all(root, '[data-part="' + name + '"]'); }

  function around(element, name) { return element.closest('[data-part="' + name + '"]'); }

  function isChosen(input) { return Boolean(input.checked || input.selected); }

  function control(input) { return input.tagName === "OPTION" ? input.parentNode : input; }

  /* What is pressed says to those who hear it which question of many it is of. */
  function addNumber(element, number) { add(element, "span", " question " + number, "unseen"); }

  function Question(form, number) {
    var inputs = parts(form, "input");
    var result = part(form, "result");
    var hint = part(form, "hint");
    var answers = part(form, "answers");
    var reasons = all(answers, "li > span");
    var button = part(form, "check");
    var tries = 0;

    function name(words) {
      button.textContent = words;
      addNumber(button, number);
    }

    function clear() {
      result.textContent = "";
      form.removeAttribute("data-state");
      parts(form, "mark").forEach(function (mark) { mark.remove(); });
      all(form, "[data-mark]").forEach(function (item) { item.removeAttribute("data-mark"); });
    }

    function mark(input, good) {
      var holder = around(input, "choice") || around(input, "item");
      holder.dataset.mark = good ? "good" : "again";
      add(control(input).labels[0], "span", good ? GOOD : LOOK_AGAIN, "quiz__mark").dataset.part = "mark";
    }

    /* What a line is about is named where it could be doubted. */
    function say(list, input, text) {
      var line = add(list, "li", "");
      var item = around(input, "item");
      var about = item ? part(item, "thing") : input.type === "checkbox" && input.labels[0];
      if (about) {
        var name = about.querySelector("span").textContent;
        add(line, "strong", name + (/[.?!]["”’)]*$/.test(name) ? " " : ": "));
      }
      line.appendChild(document.createTextNode(text));
    }

    function answered() {
      return inputs.map(function (input) {
        return { name: control(input).name, checked: isChosen(input), key: input.dataset.key };
      });
    }

    function check() {
      clear();
      var state = answered();
      if (isUnanswered(state)) {
        form.dataset.state = "empty";
        add(result, "p", CHOOSE, "quiz__verdict");
        return;
      }
      var right = isRight(state);
      form.dataset.state = right ? "right" : "not-yet";
      add(result, "p", right ? YES : NOT_YET, "quiz__verdict");
      var list = document.createElement("ul");
      list.className = "quiz__reasons";
      tries += right ? 0 : 1;
      var missed = false;
      inputs.forEach(function (input) {
        if (isChosen(input) && "unsure" in input.dataset) say(list, input, UNSURE);
        else if (isChosen(input)) {
          say(list, input, reasons[input.dataset.say].textContent);
          mark(input, input.dataset.key !== "no");
        } else if (input.dataset.missed) {
          missed = true;
          if (tries >= REVEAL_AFTER) add(list, "li", reasons[input.dataset.missed].textContent);
        }
      });
      if (missed && tries < REVEAL_AFTER) add(list, "li", MORE);
      result.appendChild(list);
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
    button.addEventListener("click", function (event) {
      event.preventDefault();
      check();
    });
    form.addEventListener("change", clear);
    /* What was chosen before this script came stays. */
    begin();
    return {
      root: form,
      reset: reset,
      /* What was chosen and not checked needs only the button. */
      next: function () { return isUnanswered(answered()) || form.dataset.state ? control(inputs[0]) : button; }
    };
  }

  function Story(story) {
    return {
      root: story,
      reset: function () { story.dispatchEvent(new Event("reset")); },
      next: function () { return story.querySelector('[data-part="scene"]:not([hidden])'); }
    };
  }

  function offerBoard(quiz) {
    var button = part(quiz, "board");
    var data = quiz.dataset;
    button.addEventListener("click", function () {
      window.schoolDisplay.bring(button, [data.boardStyle, data.board, data.cardsStyle, data.cards].filter(Boolean), function () {
        window.schoolBoard.open(quiz, button);
      });
    });
  }

  function start(quiz) {
    var again = part(quiz, "again");
    var missing = part(quiz, "missing");
    var finish = part(quiz, "finish");
    var done = part(quiz, "done");
    var look = part(quiz, "look");
    var score = part(quiz, "score");
    var questions = all(quiz, '[data-part="question"], [data-module="story"]').map(function (root, index) {
      all(root, "summary, .quiz__actions > button:not(.quiz__check)").forEach(function (one) { addNumber(one, index + 1); });
      return root.tagName === "FORM" ? Question(root, index + 1) : Story(root);
    });

    function state(question) { return question.root.dataset.state; }

    function left() { return questions.filter(function (question) { return state(question) !== "right"; }); }

    function goTo(question) {
      /* A book opens at its page. */
      question.root.dispatchEvent(new Event("wanted", { bubbles: true }));
      question.next().focus({ preventScroll: true });
      question.root.scrollIntoView();
    }

    function list(holder, some) {
      var links = part(holder, "links");
      links.textContent = "";
      some.forEach(function (question) {
        var link = add(add(links, "li", ""), "a", "", "quiz__link");
        link.textContent = questions.indexOf(question) + 1 + ". " + part(question.root, "asked").textContent;
        link.href = "#" + part(question.root, "asked").id;
        link.addEventListener("click", function (event) {
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
      var some = left();
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

    function show(some) {
      questions.forEach(function (question) { question.root.hidden = some.indexOf(question) < 0; });
    }

    function clean() {
      show(questions);
      questions.forEach(function (question) { question.reset(); });
      changed();
    }

    quiz.addEventListener("change", changed);
    quiz.addEventListener("click", function (event) { if (event.target.closest(".quiz__check")) changed(); });
    finish.addEventListener("click", function () {
      var unchecked = left().filter(function (question) { return state(question) !== "not-yet"; });
      if (!unchecked.length) return end();
      changed();
      list(missing, unchecked);
      missing.dispatchEvent(new Event("wanted", { bubbles: true }));
      part(missing, "heading").focus();
    });
    part(quiz, "anyway").addEventListener("click", end);
    /* Only what is not yet right is asked again, as if for the first time. */
    part(quiz, "ask").addEventListener("click", function () {
      var some = left();
      /* A status that is hidden and shown again would be spoken again. */
      parts(quiz, "result").forEach(function (result) { result.textContent = ""; });
      show(some);
      some.forEach(function (question) { question.reset(); });
      changed();
      goTo(some[0]);
    });
    again.addEventListener("click", function () {
      clean();
      goTo(questions[0]);
    });
    if (part(quiz, "board")) offerBoard(quiz);
    changed();
    /* A page out of the browser's memory has its answers: the next child starts clean. Not at every "pageshow": an
       answer that was given before a slow page was whole would be gone. */
    window.addEventListener("pageshow", function (event) { if (event.persisted) clean(); });
  }

  all(document, '[data-module="quiz"]').forEach(start);
})();
