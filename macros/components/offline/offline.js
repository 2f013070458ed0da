/* Keeps a lesson, an age or the whole site on this device, only when a person presses "Keep on this device". */
"use strict";

(() => {
  /**
   * What the build says can be kept.
   *
   * @typedef {object} List
   * @property {[string, string, number][]} files each with its path, hash and size in bytes
   * @property {number[]} always the numbers of those that are kept whatever is chosen
   * @property {Record<string, number[]>} sets the numbers of those of each choice
   */

  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const STORE = "offline " + root + " "; /* as in offline-worker.js */
  const KEPT = new URL("offline-kept.json", root).href;
  const MEGABYTE = 1e6;
  /** @type {Record<string, string>} */
  const WHY = {
    QuotaExceededError: "There isn’t enough room on this device. Choose something smaller.",
    SecurityError: "This browser doesn’t let us keep it.",
  };

  /* In a frame that is closed off, even to ask is forbidden. */
  function container() {
    try {
      return /^http/.test(location.protocol) && window.caches ? navigator.serviceWorker : null;
    } catch (error) {
      return null;
    }
  }

  const stores = async () => (await caches.keys()).filter((name) => name.startsWith(STORE));

  /**
   * Looks for what this device has been asked to keep, and has whole.
   *
   * @returns {Promise<string[]>}
   */
  async function chosen() {
    const kept = await caches.match(KEPT); /* to open a store that has just gone would make it again */
    return kept ? (await kept.json()).chosen : [];
  }

  /**
   * Says something to the worker, and hears what it answers until it has ended.
   *
   * @param {ServiceWorker} worker
   * @param {{keep: string[]} | {stop: true}} what
   * @param {(progress: {done: number, all: number}) => void} [hear] is given how many files have come, and of how many
   * @returns {Promise<void>}
   */
  function ask(worker, what, hear = () => {}) {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve, reject) => {
      port1.onmessage = ({ data }) => {
        if (data.all) {
          hear(data);
          return;
        }
        port1.onmessage = null; /* what was on its way says nothing any more */
        if (data.failed) reject(Object.assign(new Error(), { name: data.failed }));
        else resolve();
      };
      worker.postMessage(what, [port2]);
    });
  }

  /**
   * Gives a registration's worker, once it works.
   *
   * @param {ServiceWorkerRegistration} registration
   * @returns {Promise<ServiceWorker>}
   */
  function active(registration) {
    const coming = /** @type {ServiceWorker} */ (registration.active || registration.waiting || registration.installing);
    return new Promise((resolve, reject) => {
      const look = () => {
        if (/^activat/.test(coming.state)) resolve(coming);
        if (coming.state === "redundant") reject(new Error());
      };
      coming.addEventListener("statechange", look);
      look();
    });
  }

  /**
   * @param {HTMLElement} box
   * @param {ServiceWorkerContainer} at
   */
  async function start(box, at) {
    const { part } = school;
    /** @type {HTMLSelectElement} */
    const what = part(box, "what");
    /** @type {HTMLButtonElement} */
    const keep = part(box, "keep");
    const options = Array.from(what.options);
    /** @param {string} words */
    const say = (words) => { part(box, "said").textContent = words; };
    /** @param {string} id */
    function name(id) {
      const known = options.find((option) => option.value === id);
      return known ? known.text : id;
    }

    const came = await fetch(new URL("offline.json", root));
    if (!came.ok) return; /* a preview has none */
    /** @type {List} */
    const list = await came.json();
    options.forEach((option) => { option.disabled = !list.sets[option.value]; });

    function size() {
      const numbers = new Set(list.always.concat(list.sets[what.value] || []));
      const bytes = Array.from(numbers).reduce((sum, number) => sum + list.files[number][2], 0);
      keep.disabled = !list.sets[what.value];
      part(box, "size").textContent = keep.disabled ? "" : `It takes ${Math.max(bytes / MEGABYTE, 0.1).toFixed(1)} MB on this device. The pages about getting help come with it.`;
    }

    async function now() {
      const ids = await chosen();
      part(box, "now").textContent = ids.length ? `Kept on this device: ${ids.map(name).join("; ")}.` : "Nothing is kept on this device.";
    }

    /** @type {Promise<ServiceWorker | void>} */
    let coming = Promise.resolve();

    async function save() {
      keep.disabled = true;
      say("Getting it …");
      try {
        const worker = at.register(new URL("offline-worker.js", root), { scope: root, updateViaCache: "none" }).then(active);
        coming = worker.catch(() => {});
        await ask(await worker, { keep: [what.value] }, ({ done, all }) => {
          /* A tenth at a time, so that it isn't read out for each file. */
          if (done % Math.ceil(all / 10) === 0) say(`Getting it: ${Math.round(done / all * 100)} %`);
        });
        say("It’s kept. You can open these pages without the internet.");
      } catch (error) {
        /* Who stopped it says so, once it is cleared. */
        const { name: why } = /** @type {Error} */ (error);
        if (why !== "Stopped") say(WHY[why] || "It didn’t all come. Check the internet and press again.");
      }
      size();
      await now();
    }

    async function clear() {
      /* A worker that is still to come would keep it after that. */
      await coming;
      const registration = await at.getRegistration(root);
      if (registration && registration.active) await ask(registration.active, { stop: true });
      for (const store of await stores()) await caches.delete(store);
      if (registration) await registration.unregister();
      say("Forgotten. Nothing is kept.");
      await now();
    }

    function choose() {
      const option = options.find(({ id, disabled }) => id && "#" + id === location.hash && !disabled);
      if (option) what.value = option.value;
      size();
    }

    what.addEventListener("change", () => { say(""); size(); });
    keep.addEventListener("click", save);
    part(box, "forget").addEventListener("click", clear);
    addEventListener("hashchange", choose);
    choose();
    await now();
    part(box, "cannot").hidden = true;
    part(box, "form").hidden = false;
  }

  school.createAll('[data-module="offline"]', (box) => {
    const at = container();
    if (at) start(box, at).catch(() => {});
  });
})();
