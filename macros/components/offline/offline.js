/* Keeps a lesson, an age or the whole site on this device, only when a person presses "Keep on this device". */
(function () {
  "use strict";

  const root = new URL("../../", document.currentScript.src).href;
  const STORE = "offline " + root + " "; /* as in offline-worker.js */
  const KEPT = new URL("offline-kept.json", root).href;
  const MEGABYTE = 1e6;
  const WHY = {
    QuotaExceededError: "There isn’t enough room on this device. Choose something smaller.",
    SecurityError: "This browser doesn’t let us keep it.",
  };

  /* In a frame that is closed off, even to ask is forbidden. */
  function container() {
    try {
      return /^http/.test(location.protocol) && window.caches && navigator.serviceWorker;
    } catch (error) {
      return null;
    }
  }

  const stores = async () => (await caches.keys()).filter((name) => name.startsWith(STORE));

  /* What this device has been asked to keep, and has whole. */
  async function chosen() {
    const kept = await caches.match(KEPT); /* to open a store that has just gone would make it again */
    return kept ? (await kept.json()).chosen : [];
  }

  /* Says something to the worker, hears what it answers, and gives its last answer. */
  function ask(worker, what, hear) {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve, reject) => {
      port1.onmessage = ({ data }) => {
        if (data.all) {
          hear(data);
          return;
        }
        port1.onmessage = null; /* what was on its way says nothing any more */
        if (data.failed) reject(Object.assign(new Error(), { name: data.failed }));
        else resolve(data);
      };
      worker.postMessage(what, [port2]);
    });
  }

  /* A registration's worker, once it works. */
  function active(registration) {
    const coming = registration.active || registration.waiting || registration.installing;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (/^activat/.test(coming.state)) resolve(coming);
        if (coming.state === "redundant") reject(new Error());
      };
      coming.addEventListener("statechange", look);
      look();
    });
  }

  async function start(box) {
    const at = container();
    if (!at) return;
    const part = (name) => box.querySelector(`[data-part="${name}"]`);
    const [what, keep, forget] = ["what", "keep", "forget"].map(part);
    const options = Array.from(what.options);
    const say = (words) => { part("said").textContent = words; };
    const name = (id) => (options.find((option) => option.value === id) || {}).text || id;

    const came = await fetch(new URL("offline.json", root));
    if (!came.ok) return; /* a preview has none */
    const list = await came.json();
    options.forEach((option) => { option.disabled = !list.sets[option.value]; });

    function size() {
      const numbers = new Set(list.always.concat(list.sets[what.value] || []));
      const bytes = Array.from(numbers).reduce((sum, number) => sum + list.files[number][2], 0);
      keep.disabled = !list.sets[what.value];
      part("size").textContent = keep.disabled ? "" : `It takes ${Math.max(bytes / MEGABYTE, 0.1).toFixed(1)} MB on this device. The pages about getting help come with it.`;
    }

    async function now() {
      const ids = await chosen();
      part("now").textContent = ids.length ? `Kept on this device: ${ids.map(name).join("; ")}.` : "Nothing is kept on this device.";
    }

    async function save() {
      keep.disabled = true;
      say("Getting it …");
      try {
        const registration = await at.register(new URL("offline-worker.js", root), { scope: root, updateViaCache: "none" });
        await ask(await active(registration), { keep: [what.value] }, ({ done, all }) => {
          /* A tenth at a time, so that it isn't read out for each file. */
          if (done % Math.ceil(all / 10) === 0) say(`Getting it: ${Math.round(done / all * 100)} %`);
        });
        say("It’s kept. You can open these pages without the internet.");
      } catch (error) {
        /* Who stopped it says so, once it is cleared. */
        if (error.name !== "Stopped") say(WHY[error.name] || "It didn’t all come. Check the internet and press again.");
      }
      size();
      await now();
    }

    async function clear() {
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
    forget.addEventListener("click", clear);
    addEventListener("hashchange", choose);
    choose();
    await now();
    part("cannot").hidden = true;
    part("form").hidden = false;
  }

  document.querySelectorAll('[data-module="offline"]').forEach((box) => { start(box).catch(() => {}); });
})();
