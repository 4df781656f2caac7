"use strict";
// --- Areas are drawn on the pages, with a mouse, a finger or keys; they stand in the same fields as without a script.
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)], names = ["page", "left", "top", "right", "bottom"];
  const field = (row, name) => row.querySelector(`[name=${name}]`);
  all("[data-needs-script]").forEach((told) => { told.hidden = false; });
  const again = (what, empty) => {
    const rows = all(what);
    const free = rows.find(empty);
    if (free) return free;
    const row = rows[rows.length - 1].cloneNode(true);
    all("input", row).forEach((input) => { input.value = ""; });
    all("[aria-label]", row).forEach((part) => { part.setAttribute("aria-label", part.getAttribute("aria-label").replace(/\d+/, rows.length + 1)); });
    rows[rows.length - 1].after(row);
    return row;
  };
  const put = (box, at) => ["left", "top"].forEach((side, n) => {
    box.style[side] = `${at[n]}%`;
    box.style[n ? "height" : "width"] = `${at[n + 2] - at[n]}%`;
  });
  const told = (row) => names.map((name) => Number.parseFloat(field(row, name).value.replace(",", ".")));
  const draw = () => {
    all(".area").forEach((box) => box.remove());
    all("[data-area]").forEach((row) => {
      const [page, ...at] = told(row), sheet = document.querySelector(`[data-sheet-of="${page}"]`);
      if (!sheet || at.some(Number.isNaN)) return;
      const box = document.createElement("span");
      box.className = "area";
      put(box, at);
      sheet.append(box);
    });
  };
  const mark = (page, at) => {
    if (at[2] - at[0] < .3 || at[3] - at[1] < .3) return;
    const row = again("[data-area]", (one) => !field(one, "left").value);
    [page, ...at.map((n) => n.toFixed(1))].forEach((value, n) => { field(row, names[n]).value = value; });
    draw();
  };
  all("[data-sheet-of]").forEach((sheet) => {
    const page = sheet.dataset.sheetOf, frame = document.createElement("span");
    let at = [30, 45, 70, 50], from = null;
    frame.className = "frame-of";
    sheet.append(frame);
    sheet.tabIndex = 0;
    sheet.setAttribute("role", "application");
    sheet.setAttribute("aria-describedby", "how");
    put(frame, at);
    const spot = (event) => {
      const box = sheet.getBoundingClientRect(), clip = (n) => Math.min(100, Math.max(0, n));
      return [clip(100 * (event.clientX - box.left) / box.width), clip(100 * (event.clientY - box.top) / box.height)];
    };
    const between = (one, other) => [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[0], other[0]), Math.max(one[1], other[1])];
    sheet.addEventListener("pointerdown", (event) => { from = spot(event); sheet.setPointerCapture(event.pointerId); });
    sheet.addEventListener("pointermove", (event) => { if (from) { at = between(from, spot(event)); put(frame, at); } });
    sheet.addEventListener("pointerup", (event) => { if (from) mark(page, between(from, spot(event))); from = null; });
    sheet.addEventListener("pointercancel", () => { from = null; });
    sheet.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, -1], ArrowDown: [1, 1] }[event.key];
      if (step) {
        const [side, by] = step, next = [...at];
        next[side + 2] += by;
        if (!event.shiftKey) next[side] += by;
        if (next[side] >= 0 && next[side + 2] <= 100 && next[side + 2] - next[side] >= 1) at = next;
        put(frame, at);
      } else if (event.key === "Enter") mark(page, at);
      else if (event.key === "Backspace") {
        const last = all("[data-area]").filter((row) => field(row, "page").value === page && field(row, "left").value).pop();
        if (last) names.slice(1).forEach((name) => { field(last, name).value = ""; });
        draw();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  });
  document.getElementById("redact").addEventListener("input", (event) => { if (event.target.closest("[data-area]")) draw(); });
  document.querySelector("[data-words]")?.addEventListener("mouseup", () => {
    const said = String(document.getSelection()).replace(/\s+/g, " ").trim();
    if (said) field(again("[data-row]", (row) => !field(row, "words").value), "words").value = said;
  });
  draw();
})();
