// What is written is kept on the server a moment after each pause; a form that cannot be sent stays, and says so.
"use strict";
const form = document.querySelector("form[data-keep]");
const told = form.querySelector("[data-kept]");
let waiting = 0;
const send = (step) => {
  const data = new FormData(form);
  data.set("step", step);
  return fetch(form.action || location.href, { method: "POST", body: data, credentials: "same-origin" });
};
const keep = async () => {
  try {
    const answer = await send("kept");
    told.textContent = answer.ok && !answer.redirected ? form.dataset.saved : form.dataset.offline;
  } catch {
    told.textContent = form.dataset.offline;
    waiting = setTimeout(keep, 10000);
  }
};
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 1500);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  const button = event.submitter;
  try {
    const answer = await send("kept");
    if (!answer.ok || answer.redirected) throw new Error("not kept");
    const step = document.createElement("input");
    step.type = "hidden";
    step.name = "step";
    step.value = button ? button.value : "check";
    form.append(step);
    form.submit();
  } catch {
    told.textContent = form.dataset.offline;
  }
});
