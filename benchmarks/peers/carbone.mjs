import { promisify } from "node:util";
import carbone from "carbone";
import { data, serve, templatePath } from "./serve.mjs";

const render = promisify(carbone.render.bind(carbone));
serve(() => render(templatePath, data));
