// Makes the pages quicker for those who type: everything works without it.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // --- What needs a script appears only where there is one.
  all("[data-needs-script]").forEach((part) => { part.hidden = false; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    all("[data-key-error]").forEach((note) => { note.hidden = false; });
  });

  // --- Keyboard: / search, g then a letter goes, j and k next and previous row, ? help.
  const help = one("#keys");
  all("[data-keys]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => help?.showModal());
  });
  const typing = (where) => where.closest("input, textarea, select, [contenteditable], dialog[open]");
  const step = (by) => {
    const rows = all("[data-row]");
    const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1)];
    (next?.matches("a, button, [tabindex]") ? next : next?.querySelector("a, button, summary"))?.focus();
  };
  // The row one is on opens with Enter, because the focus is on its link.
  const answer = (place) => {
    const choices = [...(one("[data-answers]")?.querySelectorAll('input[name="answer"]') ?? [])];
    const chosen = choices[place - 1];
    if (!chosen || !["radio", "checkbox"].includes(chosen.type)) return false;
    chosen.focus();
    chosen.click();
    return true;
  };
  // In the row of a field that was read in a document: c confirms, m goes to its words, x turns it down.
  const settle = (key) => {
    const part = document.activeElement?.closest("[data-settle]")?.querySelector(`[data-key="${key}"]`);
    if (part?.matches("input")) { part.focus(); part.select(); } else part?.click();
    return Boolean(part);
  };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key;
    const radio = event.target.matches?.('[data-answers] input[type="radio"], [data-answers] input[type="checkbox"]');
    if (key === "Escape") {
      all("details.menu[open]").forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
      if (event.target.matches?.("input, textarea, select")) event.target.blur();
      return;
    }
    if (typing(event.target) && !radio) return;
    if (/^[1-9]$/.test(key) && answer(Number(key))) { event.preventDefault(); return; }
    if (going && Date.now() - going < 1500) {
      going = 0;
      const link = /^[a-z]$/.test(key) && one(`[data-go="${key}"]`);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (/^[cmx]$/.test(key) && settle(key)) event.preventDefault();
    else if (key === "g") going = Date.now();
    else if (key === "/" && one("[data-search]")) { event.preventDefault(); one("[data-search]").select(); one("[data-search]").focus(); }
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "?") { event.preventDefault(); help?.showModal(); }
  });
  document.addEventListener("click", (event) => {
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });

  // --- The day: a slider beside the list of days; the list is what is sent.
  all("form[data-days]").forEach((form) => {
    const list = form.querySelector("select");
    const slider = form.querySelector("input[type=range]");
    if (!slider) return;
    const told = () => { slider.value = list.selectedIndex; slider.setAttribute("aria-valuetext", list.selectedOptions[0]?.text ?? ""); };
    slider.addEventListener("input", () => { list.selectedIndex = Number(slider.value); told(); });
    list.addEventListener("change", told);
    told();
  });

  one("[data-focus]")?.focus();

  // --- Drafts: a form with data-draft is kept in this browser while one types, until the server says that it has it.
  const account = document.body.dataset.account;
  if (!account) return;
  const store = window.localStorage;
  const mine = `draft:${account}:`;
  const week = 7 * 24 * 3600 * 1000;
  const drafts = () => Object.keys(store).filter((name) => name.startsWith("draft:"));
  const read = (name) => { try { return JSON.parse(store.getItem(name)); } catch { return null; } };
  drafts().forEach((name) => {
    if (!name.startsWith(mine) || !(Date.now() - read(name)?.at < week)) store.removeItem(name);
  });
  const settled = /(?:^|; )settled=([^;]+)/.exec(document.cookie)?.[1];
  if (settled) {
    store.removeItem(mine + settled);
    document.cookie = "settled=; max-age=0; path=/; samesite=strict";
  }
  all("[data-sign-out]").forEach((form) => form.addEventListener("submit", () => drafts().forEach((name) => store.removeItem(name))));

  const kept = (form) => [...form.elements].filter((field) =>
    field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type));
  const write = (form) => {
    const values = kept(form).map((field) => [field.name, ["checkbox", "radio"].includes(field.type) ? [field.value, field.checked] : field.value]);
    try { store.setItem(mine + form.dataset.draft, JSON.stringify({ at: Date.now(), values })); } catch { /* no room: the form itself still holds it */ }
  };
  const restore = (form) => {
    const values = read(mine + form.dataset.draft)?.values ?? [];
    const fields = kept(form);
    let changed = false;
    values.forEach(([name, value], i) => {
      const field = fields[i]?.name === name ? fields[i] : fields.find((other) => other.name === name);
      if (!field) return;
      if (Array.isArray(value)) {
        if (field.value === value[0] && field.checked !== value[1]) { field.checked = value[1]; changed = true; }
      } else if (field.value !== value) { field.value = value; changed = true; }
    });
    return changed;
  };
  const note = one("#draft-note");
  const attended = new WeakSet();
  const attend = () => all("form[data-draft]").filter((form) => !attended.has(form)).forEach((form) => {
    attended.add(form);
    if (restore(form) && note) {
      note.hidden = false;
      note.querySelector("button").addEventListener("click", () => {
        store.removeItem(mine + form.dataset.draft);
        form.reset();
        note.hidden = true;
      });
    }
    form.addEventListener("input", () => write(form));
    form.addEventListener("formdata", (event) => event.formData.set("draft", form.dataset.draft));
  });
  attend();
  document.addEventListener("htmx:load", attend);
})();
