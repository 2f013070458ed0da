/* Marks a quiz on the page. The quiz works without this script: its answers are then in <details>.
   Nothing is stored and nothing is sent. */
(function () {
  "use strict";

  /* One rule for every type of question: is each input in the state that its key says?
     answers: a list of {checked, key}; checked is true or false; key is "yes", "no" or "may". */
  function isRight(answers) {
    return answers.every(function (answer) { return answer.key === "may" || answer.checked === (answer.key === "yes"); });
  }

  /* Is there a part of the question that nothing is chosen in? answers: a list of {name, checked}. */
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
  var REVEAL_AFTER = 2; // tries

  function add(parent, tag, text, name) {
    var element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    parent.appendChild(element);
    return element;
  }

  function all(root, selector) { return Array.from(root.querySelectorAll(selector)); }

  /* The parts of the page that the script works with are named by data-part, never by their looks. */
  function part(root, name) { return root.querySelector('[data-part="' + name + '"]'); }

  function parts(root, name) { return all(root, '[data-part="' + name + '"]'); }

  function around(element, name) { return element.closest('[data-part="' + name + '"]'); }

  function words(id) { return document.getElementById(id).textContent; }

  /* An input is a radio button, a checkbox, or an option of a list. */
  function isChosen(input) { return Boolean(input.checked || input.selected); }

  function control(input) { return input.tagName === "OPTION" ? input.parentNode : input; }

  function Question(form, changed) {
    var inputs = parts(form, "input");
    var result = part(form, "result");
    var hint = part(form, "hint");
    var answers = part(form, "answers");
    var button = part(form, "check");
    var tries = 0;

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

    /* What a line is about is named where it could be doubted: the thing that is sorted, or one of many choices. */
    function say(list, input, text) {
      var line = add(list, "li", "");
      var item = around(input, "item");
      var about = item ? part(item, "thing") : input.type === "checkbox" && input.labels[0];
      if (about) add(line, "strong", about.querySelector("span").textContent + ": ");
      line.appendChild(document.createTextNode(text));
    }

    function check() {
      clear();
      var state = inputs.map(function (input) {
        return { name: control(input).name, checked: isChosen(input), key: input.dataset.key };
      });
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
          say(list, input, words(input.dataset.say));
          mark(input, input.dataset.key !== "no");
        } else if (input.dataset.missed) {
          missed = true;
          if (tries >= REVEAL_AFTER) add(list, "li", words(input.dataset.missed));
        }
      });
      if (missed && tries < REVEAL_AFTER) add(list, "li", MORE);
      result.appendChild(list);
      hint.hidden = right || tries === 0;
      answers.hidden = tries < REVEAL_AFTER;
      button.textContent = right ? "Check" : "Check again";
      changed();
    }

    function reset() {
      form.reset();
      clear();
      tries = 0;
      button.textContent = "Check";
      hint.hidden = answers.hidden = true;
      hint.open = answers.open = false;
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      check();
    });
    form.addEventListener("change", function () {
      clear();
      changed();
    });
    button.hidden = false;
    return { reset: reset, form: form };
  }

  /* Fetch a script of the site when it is first used; "then" runs once it is there. */
  function load(address, then) {
    var script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", then);
    document.head.appendChild(script);
  }

  /* The board for the whole class: fetched when it is first opened. */
  function offerBoard(quiz) {
    var button = part(quiz, "board");
    button.hidden = false;
    button.addEventListener("click", function () {
      if (window.schoolBoard) return window.schoolBoard.open(quiz, button);
      if (button.dataset.coming) return; // two presses open one board
      button.dataset.coming = "yes";
      var style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = quiz.dataset.boardStyle;
      style.addEventListener("load", function () {
        load(quiz.dataset.board, function () { window.schoolBoard.open(quiz, button); });
      });
      document.head.appendChild(style);
    });
  }

  /* A voice that is on the device itself: nothing is sent to be spoken elsewhere. */
  function localVoice() {
    return speechSynthesis.getVoices().some(function (voice) {
      return voice.localService && /^eng?([-_]|$)/i.test(voice.lang);
    });
  }

  /* Reading aloud: a button only where there is such a voice; the script is fetched when it is first pressed. */
  function offerListening(quiz) {
    if (!("speechSynthesis" in window)) return;
    function show() {
      var there = localVoice();
      parts(quiz, "listen").forEach(function (button) { button.hidden = !there; });
    }
    quiz.addEventListener("click", function (event) {
      var button = around(event.target, "listen");
      if (!button) return;
      function read() { window.schoolAloud.toggle(around(button, "question"), button); }
      if (window.schoolAloud) read();
      else {
        /* An iPad speaks later only if it has spoken, were it nothing, within the press itself. */
        speechSynthesis.speak(new SpeechSynthesisUtterance(""));
        load(quiz.dataset.aloud, read);
      }
    });
    /* On older Safari it is no event target. */
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", show);
    show();
  }

  function start(quiz) {
    var again = part(quiz, "again");
    var done = part(quiz, "done");

    function changed() {
      done.hidden = questions.some(function (question) { return question.form.dataset.state !== "right"; });
    }

    var questions = parts(quiz, "question").map(function (form) { return Question(form, changed); });

    function clean() {
      questions.forEach(function (question) { question.reset(); });
      done.hidden = true;
    }

    offerBoard(quiz);
    offerListening(quiz);
    again.hidden = false;
    again.addEventListener("click", function () {
      clean();
      control(part(questions[0].form, "input")).focus();
    });
    clean();
    /* Browsers put answers back by themselves after "back" or "restore": the next child starts clean. */
    window.addEventListener("pageshow", clean);
  }

  all(document, '[data-module="quiz"]').forEach(start);
})();
