/* Answers for the site where the internet doesn't, from what a person has asked this device to keep. It begins with a press on the page
   "Keep this site for offline". It stands at the site's root, and the build writes the list beside it. */
"use strict";

(() => {
  /**
   * What the build says can be kept.
   *
   * @typedef {object} List
   * @property {string} version
   * @property {[string, string, number][]} files each with its path, hash and size in bytes
   * @property {number[]} always the numbers of those that are kept whatever is chosen
   * @property {Record<string, number[]>} sets the numbers of those of each choice
   */

  /**
   * What a store that is whole says of itself.
   *
   * @typedef {object} Kept
   * @property {string} version
   * @property {string[]} chosen
   * @property {Record<string, string>} files the hash of each, by its path
   */

  /** @type {ServiceWorkerGlobalScope} */
  const worker = /** @type {any} */ (self);
  const ROOT = worker.registration.scope;
  const LIST = new URL("offline.json", ROOT).href;
  /* Each version of the site has a store of its own. What it keeps is written into it last: without that, it isn't whole. */
  const STORE = "offline " + ROOT + " ";
  const KEPT = new URL("offline-kept.json", ROOT).href;
  const HELP = new URL("help/", ROOT).href;
  const PATIENCE = 3000; /* ms until a page is shown from the device */
  const POOR = 30000; /* ms for which, after that, pictures and the like aren't waited for */
  const OFTEN = 600000; /* ms between two looks for a newer version */
  const AT_ONCE = 6;

  let stopped = false;
  let poorUntil = 0;
  let looked = 0;
  /** @type {Promise<any>} */
  let busy = Promise.resolve();

  /**
   * Does one thing after another, so that two presses don't fill two stores.
   *
   * @template T
   * @param {() => T | Promise<T>} what
   * @returns {Promise<T>} what comes of it
   */
  function inTurn(what) {
    busy = busy.then(what, what);
    return busy;
  }

  const stores = async () => (await caches.keys()).filter((name) => name.startsWith(STORE));

  /**
   * Finds the store that is whole. To open one that has just gone would make it again.
   *
   * @returns {Promise<Kept & {name: string, store: Cache} | null>} null if there is none
   */
  async function whole() {
    const found = await caches.match(KEPT);
    /** @type {Kept | undefined} */
    const kept = found && await found.json();
    if (!kept || stopped) return null;
    const name = STORE + kept.version;
    return Object.assign({ name, store: await caches.open(name) }, kept);
  }

  /** @param {string} address */
  async function get(address) {
    const came = await fetch(address, { cache: "no-cache" });
    if (!came.ok) throw new Error(`${address}: ${came.status}`);
    return came;
  }

  /**
   * Copies an answer. A host may lead from "page.html" to "page": one that was led elsewhere can't be given for a page.
   *
   * @param {Response} came
   */
  const plain = async (came) => new Response(await came.blob(), { headers: came.headers });

  function unlessStopped() {
    if (stopped) throw Object.assign(new Error(), { name: "Stopped" });
  }

  /**
   * Keeps what was chosen before, and what is chosen now.
   *
   * @param {string[]} chosen
   * @param {(done: number, all: number) => void} tell is given how many files have come, and of how many
   * @returns {Promise<string[]>} all that was chosen
   */
  async function keep(chosen, tell) {
    const before = await whole();
    /** @type {List} */
    const list = await (await get(LIST)).json();
    const wanted = new Set([...(before ? before.chosen : []), ...chosen].filter((name) => list.sets[name]));
    const numbers = [...new Set(list.always.concat(...[...wanted].map((name) => list.sets[name])))];
    const name = STORE + list.version;
    const store = await caches.open(name);
    /** @type {Record<string, string>} */
    const files = {};
    const ahead = numbers.map((number) => list.files[number]);
    const all = ahead.length;
    let done = 0;
    async function bring() {
      for (let file = ahead.shift(); file; file = ahead.shift()) {
        const [path, hash] = file;
        const address = new URL(path, ROOT).href;
        files[path] = hash;
        if (!(await store.match(address))) {
          const same = before && before.files[path] === hash && await before.store.match(address);
          const copy = same || await plain(await get(address));
          unlessStopped();
          await store.put(address, copy);
        }
        tell(++done, all);
      }
    }
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, bring));
      unlessStopped();
      /* So that the page on which it was chosen opens too, and can clear it. */
      await store.put(LIST, new Response(JSON.stringify(list)));
      await store.put(KEPT, new Response(JSON.stringify({ version: list.version, chosen: [...wanted], files })));
    } catch (error) {
      ahead.length = 0;
      /* What has come by then waits for the next try; of a full device it is let go. */
      if (/** @type {Error} */ (error).name === "QuotaExceededError" && !(before && before.name === name)) await caches.delete(name);
      throw error;
    }
    for (const other of await stores()) if (other !== name) await caches.delete(other);
    return [...wanted];
  }

  /* Brings what is kept up to date, once a page has come from the internet. */
  async function renew() {
    if (Date.now() - looked < OFTEN) return;
    const before = await whole();
    if (!before) return;
    /** @type {List} */
    const list = await (await get(LIST)).json();
    looked = Date.now();
    if (list.version !== before.version) await keep([], () => {});
  }

  /**
   * Gives the address under which a page lies in a store: a host may show "a/index.html" as "a/", and "a.html" as "a".
   *
   * @param {string} address
   */
  function placeOf(address) {
    const at = new URL(address);
    at.hash = at.search = "";
    if (at.pathname.endsWith("/")) at.pathname += "index.html";
    else if (!/\.\w+$/.test(at.pathname)) at.pathname += ".html";
    return at.href;
  }

  /**
   * Keeps a page of help that has come at once, whatever else is still to come of a newer version.
   *
   * @param {Response} came
   * @param {string} place its address in a store
   */
  async function keepHelp(came, place) {
    const before = came.ok && await whole();
    if (before && await before.store.match(place)) await before.store.put(place, await plain(came));
  }

  /**
   * Asks for a page of help, which isn't taken from what the browser remembers, either.
   *
   * @param {string} address
   */
  async function newestHelp(address) {
    const came = await fetch(address, { cache: "no-cache" });
    return came.redirected ? Response.redirect(came.url) : came;
  }

  /**
   * Asks the internet first. Where it doesn't answer soon, gives the copy; a page always gives the internet its chance.
   *
   * @param {FetchEvent} event
   * @returns {Promise<Response>}
   */
  async function answer(event) {
    const { request } = event;
    const page = request.mode === "navigate";
    const place = placeOf(request.url);
    const copy = await caches.match(place, { ignoreVary: true });
    if (!copy) return fetch(request);
    if (!page && Date.now() < poorUntil) return copy;
    const help = page && place.startsWith(HELP);
    const newest = help ? newestHelp(request.url) : fetch(request);
    if (help) event.waitUntil(newest.then((came) => keepHelp(came.clone(), place)).catch(() => {}));
    /** @type {Promise<void>} */
    const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
    const came = await Promise.race([newest.catch(() => null), late]);
    if (came && came.status < 500) return came;
    poorUntil = Date.now() + POOR;
    return copy;
  }

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
    event.respondWith(answer(event));
    if (request.mode === "navigate") event.waitUntil(inTurn(renew).catch(() => {}));
  });

  /* The page says what to keep, or to stop. */
  worker.addEventListener("message", (event) => {
    const [port] = event.ports;
    if (event.data.stop) {
      stopped = true;
      event.waitUntil(inTurn(() => port.postMessage({ ended: true })));
      return;
    }
    event.waitUntil(inTurn(() => {
      stopped = false;
      return keep(event.data.keep, (done, all) => port.postMessage({ done, all }));
    }).then((chosen) => port.postMessage({ chosen }), (error) => port.postMessage({ failed: error.name })));
  });
})();
