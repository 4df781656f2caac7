"use strict";
// --- The review by keyboard: questions by number, answers by letter, Enter in the reasons answers. All works without it.
(() => {
  const one = (what, within = document) => within.querySelector(what), all = (what) => [...document.querySelectorAll(what)];
  const asks = all("[data-ask]");
  const typing = (where) => where.closest("textarea, select, dialog[open]") || where.closest("input:not([type=radio], [type=checkbox])");
  const open = (ask) => all("details.answering").forEach((more) => { more.open = ask.contains(more); });
  let here = asks.find((ask) => `#${ask.id}` === location.hash) ?? asks.find((ask) => ask.matches("[data-mine].waits")) ?? asks[0];
  const go = (ask, focus = true) => {
    if (!ask) return;
    asks.forEach((other) => other.classList.toggle("at", other === ask));
    here = ask;
    if (focus && ask.matches("[data-mine]")) open(ask);
    if (focus) { ask.focus({ preventScroll: true }); ask.scrollIntoView({ block: "nearest" }); }
  };
  // Whoever asked for a page, a part of the text or the reasons stays there.
  const asked = !location.hash || location.hash === `#${here?.id}`;
  go(here, asked && Boolean(here?.matches("[data-mine]")) && !one("[role=alert]"));
  document.addEventListener("focusin", (event) => { const ask = event.target.closest("[data-ask]"); if (ask && ask !== here) go(ask, false); });
  all("[data-same]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => same(button.closest("[data-ask]")));
  });
  const reasons = (ask) => one("textarea[name=reasons]", ask);
  const same = (ask) => {
    const told = one("[data-same]", ask);
    if (!told) return false;
    reasons(ask).value = told.dataset.same;
    reasons(ask).dispatchEvent(new Event("input", { bubbles: true }));
    reasons(ask).focus();
    return true;
  };
  const click = (what, within) => { const found = one(what, within); found?.click(); return Boolean(found); };
  const pick = (ask, key) => {
    const choice = ask && one(`[data-key="${key}"]`, ask);
    if (!choice) return false;
    choice.click();
    reasons(ask).focus();
    return true;
  };
  const steps = { j: "[data-step=on]", k: "[data-step=back]", w: "[data-step=waits]", "[": "[data-sheet=back]", "]": "[data-sheet=on]" };
  let going = 0;
  // Before the keys of every page, which know nothing of these.
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key;
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (typing(event.target)) {
      const field = event.target;
      if (key === "Enter" && !event.shiftKey && field.matches("textarea[name=reasons]")) { done(); field.form.requestSubmit(); }
      if (key === "Escape" && field.closest("[data-ask]")) { done(); go(field.closest("[data-ask]")); }
      return;
    }
    if (going && Date.now() - going < 1500) { going = 0; return; }
    if (key === "g") { going = Date.now(); return; }
    if (/^[1-4]$/.test(key) && asks[key - 1]) { done(); go(asks[key - 1]); }
    else if (steps[key]) { done(); click(steps[key]); }
    else if (key === "z" && here && click("[data-back]", here)) done();
    else if (key === "r" && here && same(here)) done();
    else if (/^[a-z]$/.test(key) && pick(here, key)) done();
  }, true);
})();
