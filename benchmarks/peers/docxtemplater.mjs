import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { data, serve, template } from "./serve.mjs";

serve(() => {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
