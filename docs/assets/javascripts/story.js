/* Shows a story one scene at a time. Without this script all scenes are there, with numbers and links. */
"use strict";

school.createAll('[data-module="story"]', (story) => {
  const { part, parts } = school;
  const scenes = parts(story, "scene");
  const back = part(story, "back");
  const first = part(story, "first");
  /** @type {HTMLElement[]} */
  let seen = [];

  /**
   * @param {HTMLElement} scene
   * @param {boolean} focus
   */
  function show(scene, focus) {
    scenes.forEach((other) => { other.hidden = other !== scene; });
    if (!part(scene, "way")) {
      story.dataset.state = "right"; // an ending: every ending is a safe one
      story.dispatchEvent(new Event("change", { bubbles: true }));
    }
    back.hidden = first.hidden = seen.length < 2;
    if (focus) scene.focus();
  }

  /** @param {boolean} focus */
  function begin(focus) {
    seen = [scenes[0]];
    show(scenes[0], focus);
  }

  parts(story, "number").forEach((number) => { number.hidden = true; });
  story.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const way = /** @type {Element} */ (event.target).closest('[data-part="way"]');
    const next = way && scenes.find((scene) => scene.id === way.hash.slice(1));
    if (!next) return;
    event.preventDefault();
    seen.push(next);
    show(seen[seen.length - 1], true);
  });
  back.addEventListener("click", () => {
    seen.pop();
    show(seen[seen.length - 1], true);
  });
  first.addEventListener("click", () => begin(true));
  begin(false);
  /* The quiz asks for this when the next child starts, and on a page that a browser brings back. */
  story.addEventListener("reset", () => {
    story.removeAttribute("data-state");
    begin(false);
  });
});
