// Answers requests on stdin: a number renders so many documents, a path writes one there.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

export const templatePath = process.argv[2];
export const template = readFileSync(templatePath);
export const data = JSON.parse(readFileSync(process.argv[3], "utf8"));

export async function serve(render) {
  for await (const request of createInterface({ input: process.stdin })) {
    const started = process.hrtime.bigint();
    if (/^\d+$/.test(request)) {
      for (let left = Number(request); left > 0; left--) await render();
    } else {
      writeFileSync(request, await render());
    }
    console.log(Number(process.hrtime.bigint() - started) / 1e9);
  }
  process.exit(0);
}
