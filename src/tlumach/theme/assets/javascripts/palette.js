// Light, dark, or as the system: what was chosen on this device holds before anything is drawn. The style sheet follows the
// system by itself, without a script too; a class says what a reader wants instead.
(() => {
  const root = document.documentElement;
  const AUTO = "(prefers-color-scheme)";
  const LOOK = /^\(prefers-color-scheme(?::( light| dark))?\)$/;
  const KEY = new URL("../../.__palette", document.currentScript.src).pathname; // Material's: what it kept is not lost
  let chosen = AUTO;

  const read = () => { try { return JSON.parse(localStorage.getItem(KEY))?.color?.media; } catch { /* nothing may be kept here */ } };
  const keep = () => { try { localStorage.setItem(KEY, JSON.stringify({ color: { media: chosen } })); } catch { /* nor written */ } };
  const show = () => {
    root.className = `js${LOOK.exec(chosen)[1] ?? ""}`;
    for (const choice of document.getElementsByName("__palette")) choice.checked = choice.value === chosen;
  };
  const recall = () => {
    const kept = read();
    if (LOOK.test(kept)) chosen = kept;
    show();
  };

  recall();
  document.addEventListener("DOMContentLoaded", show); // the switch itself, now that it is there
  addEventListener("pageshow", (event) => { if (event.persisted) recall(); }); // a page gone back to
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "__palette") return;
    chosen = target.value;
    keep();
    show();
  });
})();
