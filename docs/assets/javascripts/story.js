/* Shows a story one scene at a time. Without this script all scenes are there, with numbers and links. */
(function () {
  "use strict";

  function parts(root, name) { return Array.from(root.querySelectorAll('[data-part="' + name + '"]')); }

  function start(story) {
    var scenes = parts(story, "scene");
    var back = parts(story, "back")[0];
    var first = parts(story, "first")[0];
    var seen = [];

    function show(scene, focus) {
      scenes.forEach(function (other) { other.hidden = other !== scene; });
      if (!parts(scene, "way").length) {
        story.dataset.state = "right"; // an ending: every ending is a safe one
        story.dispatchEvent(new Event("change", { bubbles: true }));
      }
      back.hidden = first.hidden = seen.length < 2;
      if (focus) scene.focus();
    }

    function begin(focus) {
      seen = [scenes[0]];
      show(scenes[0], focus);
    }

    parts(story, "number").forEach(function (number) { number.hidden = true; });
    story.addEventListener("click", function (event) {
      var way = event.target.closest('[data-part="way"]');
      if (!way) return;
      event.preventDefault();
      seen.push(document.getElementById(way.hash.slice(1)));
      show(seen[seen.length - 1], true);
    });
    back.addEventListener("click", function () {
      seen.pop();
      show(seen[seen.length - 1], true);
    });
    first.addEventListener("click", function () { begin(true); });
    begin(false);
    /* The quiz asks for this when the next child starts, and on a page that a browser brings back. */
    story.addEventListener("reset", function () {
      story.removeAttribute("data-state");
      begin(false);
    });
  }

  document.querySelectorAll('[data-module="story"]').forEach(start);
})();
