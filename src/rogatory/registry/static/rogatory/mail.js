"use strict";
(() => {
  const one = (what) => document.querySelector(what), all = (what) => [...document.querySelectorAll(what)];
  // --- A document beside its fields: the field one is at is shown on the page. Files can be dropped where they come in.
  const show = (part) => {
    const mark = part?.closest?.("[data-settle]")?.dataset.settle;
    const boxes = all("rect.box");
    if (!mark || !boxes.some((box) => box.dataset.of === mark)) return;
    boxes.forEach((box) => box.classList.toggle("here", box.dataset.of === mark));
    const sheets = one("[data-sheets]"), box = boxes.find((other) => other.dataset.of === mark);
    const by = box.getBoundingClientRect().top - sheets.getBoundingClientRect().top;
    if (by < 0 || by > sheets.clientHeight - 60) sheets.scrollTop += by - sheets.clientHeight / 3;
  };
  document.addEventListener("focusin", (event) => show(event.target));
  show(document.activeElement);
  all("form[data-drop]").forEach((form) => {
    const files = form.querySelector("input[type=file]");
    ["dragenter", "dragover"].forEach((name) => form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); }));
    ["dragleave", "drop"].forEach((name) => form.addEventListener(name, () => form.classList.remove("over")));
    form.addEventListener("drop", (event) => { event.preventDefault(); files.files = event.dataTransfer.files; form.requestSubmit(); });
  });
})();
