// Says whether a script does what others do, one after the other: it differs in nothing but comments and spaces. The
// script is named on the command line, and then the others. Each begins with "use strict", which is said once.
const fs = require("fs");
const acorn = require("acorn");

const read = (file) => acorn.parse(fs.readFileSync(file, "utf8"), { ecmaVersion: 2017 }).body;
const plain = (body) =>
  JSON.stringify(body, (name, value) => (name === "start" || name === "end" ? undefined : value));
const [script, first, ...others] = process.argv.slice(2).map(read);
const strict = (body) => body[0].directive === "use strict";
const whole = [...first, ...others.flatMap((body) => (strict(body) ? body.slice(1) : body))];
console.log(JSON.stringify(strict(first) && plain(script) === plain(whole)));
