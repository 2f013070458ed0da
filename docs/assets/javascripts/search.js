/* The site's own search, brought at its first use. Everything happens on this device: what is typed is not sent or kept. */
"use strict";

(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const here = script ? script.src : "";
  const HITS = 10;

  /**
   * How much a page counts for each reader, by its group in the index: help and worries, other guides for families, what
   * is for everyone, staff, plans, pages for those who write, learners' pages, and help for children. 0 is not shown.
   *
   * @type {Record<string, number[]>}
   */
  const COUNTS = {
    families: [1.7, 1.15, 1, 0.35, 0, 0.08, 0.3, 0.6],
    staff: [0.8, 0.8, 0.9, 1.3, 0.8, 0.2, 0.3, 0.5],
    learners: [0, 0, 0, 0, 0, 0, 1, 2],
  };
  const HELP = 0;
  const PLANS = 4;
  const SAID_FOR = ["", "", "", "For staff", "Lesson plan", "For those who write this site", "For children", "For children"];
  /* Whoever types one of these on a page for families is a teacher. */
  const TEACHES = /\b(?:lesson plans?|scheme|pshe|ks1|ks2|eyfs)\b/;
  const [TITLE, ALSO, HEADING, ABOUT, BODY] = [12, 11, 5, 4, 1];

  /**
   * Words that say nothing, and words that only help to choose between pages.
   *
   * @param {string} text
   */
  const words = (text) => new Set(text.split(" "));
  const EMPTY = words("s t a an the and or of to in on for is are was were be been am i im ive my our we us you your he hes " +
    "she shes her him his they theyre them their it its this that these those with from at by as do does did done doing " +
    "can could should would will wont cant dont doesnt didnt isnt has have had having get gets got getting how what whats " +
    "when where which who why if about there so just not no any too very really please need want wants up out into than " +
    "then let lets now tonight without ok okay think thinks");
  const WEAK = words("me child children childs kid kids son sons daughter daughters boy boys girl girls someone somebody something " +
    "people person being found school year old online internet keeps keep other says said new good best asking many day");

  /* Where it happened says less than what happened: “bullied on roblox” is about the one, “roblox chat” about the other. */
  const PLACES = words("roblox fortnite minecraft snapchat tiktok whatsapp youtube instagram discord facebook xbox ps4 ps5 " +
    "playstation nintendo switch ipad iphone tablet phone school");

  /** @param {string} text */
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’‘ʼ`´]/g, "");
  /** @param {string} text */
  const split = (text) => plain(text).split(/[^a-z0-9]+/).filter(Boolean);

  /* Words that parents type for one thing: the first stands for all of its line. */
  const SAME = [
    "child children childs kid kids son sons daughter daughters boy boys girl girls",
    "picture photo photos photograph photographs pic pics selfie selfies image images",
    "message text texts texting texted dm dms msg msgs",
    "stranger randoms randomer weirdo weirdos creep creeps creepy",
    "paedophile paedo paedos pedo pedos peado peados pedophile",
    "video vid vids",
    "man men guy guys bloke",
  ];

  /**
   * Games, game and gaming are one word, as are bully, bullied and bullying.
   *
   * @type {Map<string, string>}
   */
  const stems = new Map();
  /** @type {Map<string, string>} */
  const same = new Map();
  SAME.forEach((line) => line.split(" ").forEach((word, _, [first]) => same.set(word, stem(first))));
  same.forEach((first, word) => stems.set(word, first));

  /** @param {string} word */
  function stem(word) {
    const known = stems.get(word);
    if (known !== undefined) return known;
    let short = word;
    if (word.length > 3) {
      short = word.replace(/ies$|ied$/, "y").replace(/([^s])s$/, "$1").replace(/(?:ing|ed|er)$/, (end, at) =>
        at > 2 && /[aeiouy]/.test(word.slice(0, at)) ? "" : end);
      if (short !== word) short = short.replace(/([^aeiouls])\1$/, "$1");
      if (short.length > 3) short = short.replace(/e$/, "").replace(/i$/, "y");
    }
    stems.set(word, short);
    return short;
  }

  /** @type {SearchPage[]} */
  let pages = [];
  /**
   * A stem, and how much it counts on each page.
   *
   * @type {Map<string, Map<number, number>>}
   */
  const found = new Map();
  /**
   * Each word as it is written, and its stem.
   *
   * @type {Map<string, string>}
   */
  const spelt = new Map();
  /**
   * Those that do not only stand somewhere in a text.
   *
   * @type {Set<string>}
   */
  const names = new Set();

  /**
   * @param {string} text
   * @param {number} page
   * @param {number} worth
   */
  function add(text, page, worth) {
    for (const word of split(text)) {
      const key = stem(word);
      spelt.set(word, key);
      if (worth > BODY) names.add(word).add(key);
      const on = found.get(key) || new Map();
      found.set(key, on);
      on.set(page, Math.max(on.get(page) || 0, worth) + (on.has(page) ? 0.3 : 0));
    }
  }

  /**
   * What somebody means: the words that say something, whatever their order.
   *
   * @param {string} text
   * @param {(word: string) => string} [as]
   */
  const key = (text, as = stem) => [...new Set(split(text).filter((word) => !EMPTY.has(word)).map(as))].sort().join(" ");

  /**
   * The same, by the words as they are: whoever is a bully is not the one who is bullied.
   *
   * @param {string} text
   */
  const exactly = (text) => key(text, (word) => same.get(word) || word);

  /**
   * @param {SearchRow[]} rows
   * @param {string} body
   */
  function fill(rows, body) {
    found.clear();
    spelt.clear();
    names.clear();
    pages = rows.map(([path, title, group, about, also, headings], page) => {
      add(title, page, TITLE);
      add(also, page, ALSO);
      add(about, page, ABOUT);
      /** @type {SearchPart[]} */
      const parts = [];
      for (let i = 0; i < headings.length; i += 2) {
        parts.push({ id: headings[i], title: headings[i + 1] });
        add(headings[i + 1], page, HEADING);
      }
      const called = [title, ...also.split(";")];
      return { path, title, group, about, parts, names: new Set(called.map((each) => key(each)).filter(Boolean)), said: new Set(called.map(exactly)) };
    });
    body.split(" ").forEach((entry) => {
      const [word, on] = entry.split(":");
      on.split(",").forEach((page) => add(word, Number(page), BODY));
    });
  }

  /**
   * One letter more, less or other, or two that have changed places.
   *
   * @param {string} one
   * @param {string} other
   */
  function slip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    /**
     * @param {number} a
     * @param {number} b
     */
    const rest = (a, b) => one.slice(at + a) === other.slice(at + b);
    return rest(1, 1) || rest(1, 0) || rest(0, 1) ||
      (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(2, 2));
  }

  /** @param {string} word */
  const begins = (word) => [...spelt.keys()].filter((other) => other.startsWith(word));

  /**
   * The stems that a typed word may mean, and how sure that is: 1 for itself, less for one that is not typed to its end.
   *
   * @param {string} word
   * @param {boolean} isLast
   */
  function meant(word, isLast) {
    /** @type {Map<string, number>} */
    const all = new Map();
    if (isLast && word.length > 1) begins(word).forEach((other) => all.set(stem(other), 0.5));
    if (found.has(stem(word))) all.set(stem(word), 1);
    return all;
  }

  /**
   * What was typed, as the site writes it: “tik tok” is one word, “screentime” is two, and “forntite” is a slip.
   *
   * @param {string[]} typed
   */
  function mended(typed) {
    /** @type {string[]} */
    const right = [];
    typed.forEach((word, at) => {
      const joined = at ? typed[at - 1] + word : "";
      if (names.has(stem(joined))) right[right.length - 1] = joined;
      else if (EMPTY.has(word) || found.has(stem(word)) || (at === typed.length - 1 && begins(word).some((other) => names.has(other)))) right.push(word);
      else right.push(...slipped(word) || halves(word) || [nearest(word)]);
    });
    return right;
  }

  /** @param {string} word */
  function halves(word) {
    for (let at = 3; at < word.length - 2; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => spelt.has(part))) return parts;
    }
    return null;
  }

  const longer = () => [...spelt.keys()].filter((other) => other.length > 3);

  /** @param {string} word */
  function slipped(word) {
    const near = word.length > 3 && longer().find((other) => names.has(other) && slip(word, other));
    return near ? [near] : null;
  }

  /** @param {string} word */
  function nearest(word) {
    if (word.length < 4) return word;
    const all = longer();
    const heard = sound(word);
    /** @param {(other: string) => boolean} is */
    const named = (is) => all.find((other) => names.has(other) && is(other));
    return (heard.length > 2 && named((other) => sound(other) === heard)) || all.find((other) => slip(word, other)) ||
      (heard.length > 3 && named((other) => other[0] === word[0] && slip(heard, sound(other)))) || word;
  }

  /**
   * What a word sounds like: “roblocks” is like “roblox”, and “fortnight” like “fortnite”.
   *
   * @param {string} word
   */
  const sound = (word) => word.replace(/ph/g, "f").replace(/gh(?=t|$)/g, "").replace(/c(?=[eiy])/g, "s").replace(/[ckq]+/g, "k")
    .replace(/x/g, "ks").replace(/z/g, "s").replace(/(.)\1+/g, "$1").replace(/(?!^)[aeiouyhw]/g, "");

  /**
   * The words that count: those that say something; if there is none, then whatever was typed.
   *
   * @param {string[]} typed
   */
  function sorted(typed) {
    const full = typed.filter((word) => !EMPTY.has(word));
    const strong = full.filter((word) => !WEAK.has(word) && !/^\d+$/.test(word));
    if (strong.length) return [strong, full.filter((word) => !strong.includes(word))];
    return [full.length ? full : typed, []];
  }

  /** @typedef {{best: Map<number, number>, stems: Map<string, number>}} Term */

  /**
   * Give the pages for what was typed, the best one first.
   *
   * @param {string} query
   * @param {string} reader
   */
  function search(query, reader) {
    const typed = mended(split(query));
    const counts = (COUNTS[reader] || COUNTS.families).slice();
    if (counts[PLANS] === 0 && reader !== "learners" && TEACHES.test(plain(query))) counts[PLANS] = 1;
    const [strong, weak] = sorted(typed);
    const last = typed[typed.length - 1];
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @type {Term[]} */
    const terms = [];
    const isBeside = strong.some((word) => !PLACES.has(word) && names.has(stem(word)));
    [...new Set([...strong, ...weak])].forEach((word) => {
      const stemsOf = meant(word, word === last);
      /** @type {Map<number, number>} */
      const best = new Map();
      stemsOf.forEach((sure, key) => {
        const on = found.get(key) || new Map();
        const rare = Math.log(1 + pages.length / on.size);
        on.forEach((worth, page) => best.set(page, Math.max(best.get(page) || 0, worth * sure * rare)));
      });
      const isStrong = strong.includes(word);
      if (isStrong && best.size) terms.push({ best, stems: stemsOf });
      best.forEach((score, page) => scores.set(page, (scores.get(page) || 0) + score * (isStrong ? (isBeside && PLACES.has(word) ? 0.6 : 1) : 0.25)));
    });
    const name = key(typed.join(" "));
    const said = exactly(typed.join(" "));
    const isBegun = typed.length === 1 && !found.has(name);
    const inQuery = new Set(name.split(" "));
    const hits = [...scores].map(([page, score]) => {
      const it = pages[page];
      let named = 0;
      it.names.forEach((each) => {
        const parts = each.split(" ");
        if (parts.every((part) => inQuery.has(part))) named = Math.max(named, parts.length);
      });
      return {
        page: it,
        exact: counts[it.group] > 0.3 && (it.names.has(name) || (isBegun && isBeginning(it, name))) ? (name.includes(" ") && it.said.has(said) ? 2 : 1) : 0,
        whole: terms.every(({ best }) => best.has(page)) ? 1 : 0,
        score: score * (1 + (named > 1 ? named / 2 : 0)) * counts[it.group],
        part: partFor(it, terms),
      };
    }).filter((hit) => hit.score > 0);
    /* A page with all the words comes before those with some; not if it has them by chance, far apart in its text. */
    const most = Math.max(...hits.map((hit) => hit.score));
    hits.forEach((hit) => { if (hit.score < most * 0.75) hit.whole = 0; });
    return hits.filter((hit) => hit.score > most / 8).sort((one, other) => other.exact - one.exact || other.whole - one.whole || other.score - one.score);
  }

  /**
   * @param {SearchPage} page
   * @param {string} name
   */
  const isBeginning = (page, name) => [...page.names].some((each) => each.startsWith(name) && !each.includes(" "));

  /**
   * The heading on a page that says most of what was typed: half of it at least, and more than the title does.
   *
   * @param {SearchPage} page
   * @param {Term[]} terms
   */
  function partFor(page, terms) {
    /** @param {string} text */
    const count = (text) => {
      const has = new Set(split(text).map(stem));
      return terms.filter(({ stems: of }) => [...of.keys()].some((key) => has.has(key))).length;
    };
    let most = Math.max(count(page.title), terms.length / 2 - 0.5);
    /** @type {SearchPart | null} */
    let best = null;
    for (const part of page.parts) {
      const its = count(part.title);
      if (its > most) [most, best] = [its, part];
    }
    return best;
  }

  /* What is seen: a field, how many pages there are, and the pages. It is made at the first press. */
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} name
   * @param {object} about
   * @param {(Node | string)[]} within
   * @returns {HTMLElementTagNameMap[K]}
   */
  function make(name, about, ...within) {
    const element = Object.assign(document.createElement(name), about);
    element.append(...within);
    return element;
  }

  /**
   * @param {string} words
   * @param {string} path
   */
  const link = (words, path) => make("a", { href: /^tel:/.test(path) ? path : new URL("../../" + path, here).href }, words);

  /** @param {HTMLElement} opener */
  function panel(opener) {
    const { for: whom = "" } = opener.dataset;
    const reader = whom === "Learners" ? "learners" : /teachers/i.test(whom) ? "staff" : "families";
    const field = make("input", { id: "find-words", className: "field", type: "search", autocomplete: "off", spellcheck: false });
    field.setAttribute("autocapitalize", "off");
    field.setAttribute("enterkeyhint", "search");
    const close = make("button", { className: "button button--narrow", type: "button" }, "Close");
    const form = make("form", { className: "find__form" },
      make("span", { className: "find__row" }, make("label", { htmlFor: "find-words" }, "What are you looking for?"), close),
      make("span", { className: "find__row" }, field, make("button", { className: "button button--narrow", type: "submit" }, "Search")));
    const said = make("p", { className: "find__said" });
    said.setAttribute("role", "status");
    const now = make("p", { hidden: true }, "In danger now: ", link("call 999", "tel:999"));
    const hits = make("ol", { className: "find__hits" });
    hits.setAttribute("role", "list"); /* Safari needs to hear it, as the list shows no numbers */
    const rest = make("div", { className: "find__rest" });
    const box = make("div", { className: "find", hidden: true }, form, said, now, hits, rest);
    box.setAttribute("role", "search");
    /** @type {Element} */ (opener.closest("header")).after(box);
    let isReady = false;
    let later = 0;

    /**
     * Whoever listens hears it once the typing pauses.
     *
     * @param {string} text
     * @param {number} [wait] in milliseconds
     */
    const say = (text, wait = 0) => {
      clearTimeout(later);
      later = setTimeout(() => { said.textContent = text; }, wait);
    };

    function fetchIndex() {
      if (isReady) return;
      say("Getting ready to search");
      school.loadOnce([new URL("search-index.js", here).href], () => { isReady = true; say(""); show(); }, () => {
        say("It didn’t come. Check the internet and press again.");
      });
    }

    function show() {
      const query = field.value.trim();
      if (!isReady) return;
      const all = query ? search(query, reader) : [];
      now.hidden = reader === "learners" || !all.length || all[0].page.group !== HELP;
      hits.textContent = "";
      all.slice(0, HITS).forEach(({ page, part }) => hits.append(hit(page, part)));
      rest.textContent = "";
      if (query && !all.length) rest.append(...nothing());
      if (query && reader !== "learners") rest.append(make("p", {}, link("All pages, from A to Z", "about/a-z.html")));
      if (!query) return say("");
      if (!all.length) return say("Nothing found.", 400);
      const many = all.length > HITS ? `The best ${HITS} of ${all.length} pages` : all.length > 1 ? `${all.length} pages` : "1 page";
      say(`${many} found. First: ${all[0].page.title}.`, 400);
    }

    /**
     * @param {SearchPage} page
     * @param {SearchPart | null} part
     */
    function hit(page, part) {
      const item = make("li", {}, link(page.title, page.path));
      const name = reader === "families" || page.group === PLANS ? SAID_FOR[page.group] : "";
      if (name) item.append(" ", make("span", { className: "find__for" }, name));
      if (part) item.append(make("p", { className: "find__part" }, link(part.title, `${page.path}#${part.id}`)));
      item.append(make("p", {}, page.about));
      return item;
    }

    function nothing() {
      const danger = make("p", {}, "In danger now: ", link("call 999", "tel:999"));
      if (reader === "learners") {
        return [
          make("p", {}, "Try another word. If something’s worrying you, tell a grown-up who’s kind to you: ", link("get help", "help/children.html"), "."),
          make("p", {}, "Childline: ", link("0800 1111", "tel:08001111")), danger];
      }
      return [
        make("p", {}, "Try one word, or another word for it. If you’re worried about a child, you don’t have to find a page first: ", link("get help", "help/index.html"), "."),
        danger,
        make("p", {}, "At night, or when the school’s closed: ", link("who to ring", "help/index.html#at-night")),
        make("p", {}, "For your child, Childline, day and night: ", link("0800 1111", "tel:08001111")),
        make("p", {}, "For you, the NSPCC Helpline, in the day: ", link("0808 800 5000", "tel:08088005000")),
        make("p", {}, "For an app or a game that isn’t here: ", link("what to ask about it", "parents/apps-and-games.html#not-here"))];
    }

    function shut() {
      box.hidden = true;
      opener.setAttribute("aria-expanded", "false");
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      fetchIndex();
      const [first] = school.all(box, ".find__hits a, .find__rest a");
      if (first) first.focus();
    });
    field.addEventListener("input", show);
    close.addEventListener("click", () => { shut(); opener.focus(); });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        shut();
        opener.focus();
      }
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (!step) return;
      const stops = [field, ...hits.querySelectorAll("a")];
      const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });

    return () => {
      if (!box.hidden) return shut();
      box.hidden = false;
      opener.setAttribute("aria-expanded", "true");
      field.focus();
      fetchIndex();
    };
  }

  /** @type {(() => void) | null} */
  let toggle = null;
  school.fillSearch = fill;
  school.search = search;
  school.toggleSearch = (opener) => {
    toggle = toggle || panel(opener);
    toggle();
  };
})();
