import { TemplateHandler } from "easy-template-x";
import { data, serve, template } from "./serve.mjs";

const handler = new TemplateHandler();
serve(() => handler.process(template, data));
