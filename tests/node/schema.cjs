// Judges data by its JSON Schema of 2020, with Ajv: prints what is wrong. Schema and data are named in this order.
const fs = require("fs");
const Ajv = require("ajv/dist/2020");

const [schema, ...files] = process.argv.slice(2).map((file) => JSON.parse(fs.readFileSync(file, "utf8")));
const ajv = new Ajv({ allErrors: true, strict: true });
const judge = ajv.compile(schema);
console.log(JSON.stringify(files.flatMap((data) => (judge(data) ? [] : judge.errors.map((one) => `${one.instancePath} ${one.message}`)))));
