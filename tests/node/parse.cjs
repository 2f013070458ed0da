// Says which scripts a browser of 2017 could not read. Scripts are named on the command line, after the version: 2017.
const fs = require("fs");
const acorn = require("acorn");

const [version, ...files] = process.argv.slice(2);
const found = [];
for (const file of files) {
  try {
    acorn.parse(fs.readFileSync(file, "utf8"), { ecmaVersion: Number(version) });
  } catch (error) {
    found.push(`${file}: ${error.message}`);
  }
}
console.log(JSON.stringify(found));
