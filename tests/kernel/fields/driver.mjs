// Answers questions to assets/fields.js, one JSON line each; the first lines name the module and hold the schemas.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const fields = await import(pathToFileURL(process.argv[2]).href);
const schemas = {};
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const ask = JSON.parse(line);
  const schema = schemas[ask.schema];
  let answer = null;
  if (ask.op === "schema") schemas[ask.schema] = ask.data;
  if (ask.op === "field") answer = fields.evaluateField(schema, ask.name, ask.values, ask.today);
  if (ask.op === "section") answer = fields.evaluateSection(schema, ask.key, ask.values, ask.today, ask.facts);
  if (ask.op === "mrz") answer = fields.readMrz(schema, ask.text, ask.today);
  if (ask.op === "strength") answer = fields.passwordStrength(schema, ask.password, ask.facts);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
