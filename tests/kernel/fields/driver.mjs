// Answers questions to assets/fields.js and what extends it, one JSON line each; the first lines hold the schemas.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const beside = async (name) => import(new URL(name, pathToFileURL(process.argv[2])).href);
const fields = { ...(await beside("fields.js")), ...(await beside("lines.js")), ...(await beside("passwords.js")) };
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
