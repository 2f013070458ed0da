// Runs the site's own search as a browser does, and gives the pages that it finds, the best one first. Named on the
// command line: search.js, its index, and a file with a list of [the reader, what was typed].
const fs = require("fs");
const vm = require("vm");

const [script, index, asked] = process.argv.slice(2);
const school = {};
const context = vm.createContext({ school, document: { currentScript: null }, URL });
vm.runInContext(fs.readFileSync(script, "utf8"), context);
vm.runInContext(fs.readFileSync(index, "utf8"), context);
const found = JSON.parse(fs.readFileSync(asked, "utf8")).map(([reader, typed]) =>
  school.search(typed, reader).map(({ page, part }) => (part ? `${page.path}#${part.id}` : page.path)));
console.log(JSON.stringify(found));
