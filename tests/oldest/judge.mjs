// Judges scripts and style sheets by the oldest browsers that are supported. On the command line stands, as JSON:
// {browsers, scripts, styles}. It says what it found, as JSON: [{file, line, column, name, words}].
import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import compat from "eslint-plugin-compat";
import postcss from "postcss";
import stylelint from "stylelint";

const { browsers, scripts, styles } = JSON.parse(process.argv[2]);
const found = [];

// Scripts: their grammar by a parser, and what they call by compatibility data.
const eslint = new ESLint({
  cwd: path.parse(process.cwd()).root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ["**/*.js"],
      plugins: { compat },
      languageOptions: { ecmaVersion: 2017, sourceType: "script" },
      settings: { browsers, lintAllEsApis: true },
      rules: { "compat/compat": "error" },
    },
  ],
});
for (const { filePath, messages } of scripts.length ? await eslint.lintFiles(scripts) : []) {
  for (const { line, column, message } of messages) {
    const [name, words] = message.split(/ (?=is not supported in )/);
    found.push({ file: filePath, line, column, name: words ? name.replace("()", "") : "", words: words || message });
  }
}

// Styles: every property, value and selector by compatibility data.
const rule = "plugin/no-unsupported-browser-features";
const config = { plugins: ["stylelint-no-unsupported-browser-features"], rules: { [rule]: [true, { browsers }] } };
const files = styles.map((file) => file.replaceAll("\\", "/"));
const judged = styles.length ? (await stylelint.lint({ files, config })).results : [];
for (const { source, warnings } of judged) {
  for (const { line, column, text } of warnings) {
    const [, name, words] = /"([\w-]+)" (is .*?)(?: \([\w/-]+\))?$/.exec(text) || [null, "", text];
    found.push({ file: source, line, column, name, words });
  }
}

// A rule whose selector an old browser cannot read is dropped: what it shows or hides, it then does not.
const newer = /:(?:is|where|has|focus-visible)\b|:not\([^()]*,|::(?:details-content|highlight)/;
const shows = /^(?:display|visibility|content-visibility|pointer-events|opacity|clip|clip-path)$/;
for (const file of styles) {
  postcss.parse(fs.readFileSync(file, "utf8"), { from: file }).walkRules((each) => {
    if (newer.test(each.selector) && each.some((one) => one.type === "decl" && shows.test(one.prop))) {
      const { line, column } = each.source.start;
      found.push({ file, line, column, name: each.selector.replace(/\s+/g, " "), words: "shows or hides" });
    }
  });
}
process.stdout.write(JSON.stringify(found));
