// Measures pages one after the other in one browser. In: a file of JSON, [{url, phone}]. Out: JSON, one result for each.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [asked, program, ...flags] = process.argv.slice(2);

// "usual" is Lighthouse's own mobile preset; "cheap" is an old telephone on a poor line.
const CHEAP = {
  throttling: {
    rttMs: 300,
    throughputKbps: 700,
    requestLatencyMs: 300 * 3.75,
    downloadThroughputKbps: 700 * 0.9,
    uploadThroughputKbps: 700 * 0.9,
    cpuSlowdownMultiplier: 8,
  },
};
const CATEGORIES = { usual: ["performance", "accessibility", "best-practices", "seo"], cheap: ["performance"] };

const chrome = await launch({ chromePath: program, chromeFlags: ["--headless", ...flags], logLevel: "silent" });
const results = [];
try {
  for (const { url, phone } of JSON.parse(readFileSync(asked, "utf-8"))) {
    const settings = { extends: "lighthouse:default", settings: { onlyCategories: CATEGORIES[phone] } };
    if (phone === "cheap") Object.assign(settings.settings, CHEAP);
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "silent", output: "json" }, settings);
    const scores = {};
    const failed = {};
    for (const [id, category] of Object.entries(lhr.categories)) {
      scores[id] = category.score === null ? null : Math.round(category.score * 100);
      failed[id] = category.auditRefs
        .map(({ id: audit, weight }) => [lhr.audits[audit], weight])
        .filter(([audit, weight]) => weight > 0 && audit.score !== null && audit.score < 1)
        .map(([audit]) => audit.title);
    }
    const took = (audit) => lhr.audits[audit]?.numericValue ?? null;
    const paint = took("first-contentful-paint");
    const largest = took("largest-contentful-paint");
    const busy = took("mainthread-work-breakdown");
    results.push({ scores, failed, paint, largest, busy, error: lhr.runtimeError?.message ?? null });
    process.stderr.write(".");
  }
} finally {
  await chrome.kill();
}
process.stdout.write(JSON.stringify(results));
