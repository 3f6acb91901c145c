import "./caseNotice.css";
import type { LabOwnLog } from "../cell/LabOwnLog.ts";
import { siteAddress } from "../cell/siteFiles.ts";
import { caseThread } from "./CaseThread.ts";

/** Makes a case's logs and puts those that the lesson has by the same name in the place of its samples. */
export async function openCase(seed: number): Promise<void> {
  const said = document.createElement("p");
  said.className = "case-notice not-content";
  said.setAttribute("role", "status");
  said.textContent = `Making the logs of case ${seed} in this browser …`;
  document.querySelector(".page-title, h1")?.after(said);
  try {
    await customElements.whenDefined("lab-own-log");
    const { machine, logs } = await caseThread.ask({ kind: "make", seed });
    const places = [...document.querySelectorAll<LabOwnLog>("lab-own-log")];
    const put: string[] = [];
    for (const { name, bytes } of logs) {
      const place = places.find((each) => each.name === name);
      if (!place) continue;
      await place.take({ files: [new File([bytes], name, { type: "text/plain" })], folders: 0 });
      put.push(name);
    }
    const back = document.createElement("a");
    back.href = siteAddress(`/case/?seed=${seed}`);
    back.textContent = "Back to the case";
    said.textContent =
      put.length > 0
        ? `The logs of ${machine}, case ${seed}, stand in the place of this lesson’s ${put.join(", ")}. Run its cells; exercises stay on the samples. `
        : `This lesson has no log that case ${seed} has too. `;
    said.append(back);
  } catch (error) {
    said.textContent = (error as Error).message;
  }
}
