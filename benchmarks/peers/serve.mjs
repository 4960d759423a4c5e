// Answers requests on stdin with processor seconds: a number renders so many documents, a path
// writes one there.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

export const templatePath = process.argv[2];
export const template = readFileSync(templatePath);
export const data = JSON.parse(readFileSync(process.argv[3], "utf8"));

export async function serve(render) {
  for await (const request of createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    if (/^\d+$/.test(request)) {
      for (let left = Number(request); left > 0; left--) await render();
    } else {
      writeFileSync(request, await render());
    }
    const used = process.cpuUsage(before);
    console.log((used.user + used.system) / 1e6);
  }
  process.exit(0);
}
