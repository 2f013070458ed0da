// Judges scripts and style sheets by the oldest browsers that are supported, and by their form. On the command line
// stands, as JSON: {browsers, scripts, styles}. It says what it found, as JSON: [{file, line, column, name, words}], with
// the rule of ESLint or Stylelint where the form is at fault.
import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import compat from "eslint-plugin-compat";
import globals from "globals";
import postcss from "postcss";
import stylelint from "stylelint";

const { browsers, scripts, styles } = JSON.parse(process.argv[2]);
const found = [];

// One dialect, and no mistake that a reader cannot see.
const FORM = {
  "array-callback-return": "error",
  "arrow-body-style": "error",
  "arrow-parens": "error",
  "dot-notation": "error",
  eqeqeq: "error",
  "no-array-constructor": "error",
  "no-caller": "error",
  "no-constant-binary-expression": "error",
  "no-constructor-return": "error",
  "no-dupe-else-if": "error",
  "no-dupe-keys": "error",
  "no-eval": "error",
  "no-fallthrough": "error",
  "no-implicit-globals": "error",
  "no-implied-eval": "error",
  "no-loop-func": "error",
  "no-new-wrappers": "error",
  "no-promise-executor-return": "error",
  "no-self-compare": "error",
  "no-shadow-restricted-names": "error",
  "no-throw-literal": "error",
  "no-undef": "error",
  "no-unneeded-ternary": "error",
  "no-unreachable": "error",
  "no-unsafe-finally": "error",
  "no-unused-vars": ["error", { caughtErrors: "none" }],
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-useless-assignment": "error",
  "no-useless-concat": "error",
  "no-useless-rename": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  radix: "error",
  strict: ["error", "global"],
  "use-isnan": "error",
  "valid-typeof": "error",
};

// Scripts: their grammar by a parser, what they call by compatibility data, and their form.
const eslint = new ESLint({
  cwd: path.parse(process.cwd()).root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ["**/*.js"],
      plugins: { compat },
      languageOptions: {
        ecmaVersion: 2017,
        sourceType: "script",
        globals: { ...globals.browser, school: "readonly" },
      },
      settings: { browsers, lintAllEsApis: true },
      rules: { ...FORM, "compat/compat": "error" },
    },
  ],
});
for (const { filePath, messages } of scripts.length ? await eslint.lintFiles(scripts) : []) {
  for (const { line, column, message, ruleId } of messages) {
    const [name, words] = message.split(/ (?=is not supported in )/);
    const rule = ruleId === "compat/compat" ? null : ruleId;
    found.push({ file: filePath, line, column, rule, name: words ? name.replace("()", "") : "", words: words || message });
  }
}

// The same of style sheets: no slip of the pen, nothing said twice, and one way to write it. A value that an old browser
// does not know may follow one that it does.
const FORM_OF_STYLES = {
  "at-rule-no-unknown": true,
  "block-no-empty": true,
  "color-hex-length": "short",
  "color-no-invalid-hex": true,
  "custom-property-no-missing-var-function": true,
  "declaration-block-no-duplicate-custom-properties": true,
  "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-values"] }],
  "declaration-block-no-redundant-longhand-properties": true,
  "declaration-block-no-shorthand-property-overrides": true,
  "declaration-property-value-no-unknown": true,
  "font-family-no-duplicate-names": true,
  "font-family-no-missing-generic-family-keyword": true,
  "font-weight-notation": "named-where-possible",
  "function-calc-no-unspaced-operator": true,
  "function-name-case": "lower",
  "function-no-unknown": true,
  "function-url-quotes": "always",
  "length-zero-no-unit": [true, { ignore: ["custom-properties"] }],
  "media-feature-name-no-unknown": true,
  "media-query-no-invalid": true,
  "named-grid-areas-no-invalid": true,
  "no-duplicate-selectors": true,
  "no-unknown-animations": true,
  "property-no-unknown": true,
  "selector-anb-no-unmatchable": true,
  "selector-attribute-quotes": "always",
  "selector-pseudo-class-no-unknown": true,
  "selector-pseudo-element-colon-notation": "double",
  "selector-pseudo-element-no-unknown": true,
  "selector-type-no-unknown": true,
  "shorthand-property-no-redundant-values": true,
  "unit-no-unknown": true,
};

// Styles: every property, value and selector by compatibility data, and their form.
const old = { "plugin/no-unsupported-browser-features": [true, { browsers }] };
const config = { plugins: ["stylelint-no-unsupported-browser-features"], rules: { ...FORM_OF_STYLES, ...old } };
const files = styles.map((file) => file.replaceAll("\\", "/"));
const judged = styles.length ? (await stylelint.lint({ files, config })).results : [];
for (const { source, warnings } of judged) {
  for (const { line, column, rule, text } of warnings) {
    if (rule in FORM_OF_STYLES) {
      found.push({ file: source, line, column, rule, name: "", words: text.replace(/ \([\w-]+\)$/, "") });
      continue;
    }
    const [, name, words] = /"([\w-]+)" (is .*?)(?: \([\w/-]+\))?$/.exec(text) || [null, "", text];
    found.push({ file: source, line, column, name, words });
  }
}

// A rule whose selector an old browser cannot read is dropped: what it shows or hides, it then does not. And each
// declaration has a line of its own, so that a change of one is seen as such; Stylelint has no rule for that any more.
// Space and letters are of one scale, the steps of tokens.css.
const newer = /:(?:is|where|has|focus-visible)\b|:not\([^()]*,|::(?:details-content|highlight)/;
const shows = /^(?:display|visibility|content-visibility|pointer-events|opacity|clip|clip-path)$/;
const spaced = /^(?:margin|padding)\b|^(?:(?:row|column)-)?gap$/;
const length = /(?<![\w.#-])-?(\d*\.?\d+)(rem|em|px|pt|pc|mm|cm|in|ch|ex)\b/g;

// Paper has its own measures. A hair's breadth is none, and a length beyond the scale keeps room for something.
// Letters as large as those around are no step, and what “html” or a board takes of the screen is what steps count by.
function offScale({ prop, value, parent }) {
  const lengths = [...value.matchAll(length)].filter(([all]) => !onPaper(parent) || !/(?:pt|mm|cm)$/.test(all));
  if (prop === "font") return lengths;
  if (spaced.test(prop)) return lengths.filter(([, size, unit]) => (unit === "px" ? size > 1 : size <= 2));
  if (prop !== "font-size" || /^html[^\s,]*$/.test(parent.selector) || /vw\b/.test(value)) return [];
  return lengths.filter(([all]) => all !== "1em");
}

function onPaper(node) {
  return node.type === "atrule" && (node.name === "page" || node.name === "media" && /\bprint\b/.test(node.params))
    || Boolean(node.parent) && onPaper(node.parent);
}

for (const file of styles) {
  const sheet = postcss.parse(fs.readFileSync(file, "utf8"), { from: file });
  sheet.walkDecls((each) => {
    const before = each.prev();
    const { line, column } = each.source.start;
    if (before && before.type === "decl" && before.source.end.line === line) {
      found.push({ file, line, column, name: each.prop, words: "shares its line" });
    }
    for (const [all] of offScale(each)) found.push({ file, line, column, name: `${each.prop}: ${all}`, words: "off the scale" });
  });
  sheet.walkRules((each) => {
    if (newer.test(each.selector) && each.some((one) => one.type === "decl" && shows.test(one.prop))) {
      const { line, column } = each.source.start;
      found.push({ file, line, column, name: each.selector.replace(/\s+/g, " "), words: "shows or hides" });
    }
  });
}
process.stdout.write(JSON.stringify(found));
