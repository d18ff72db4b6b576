// Light, dark, or as the system: what was chosen on this device holds before anything is drawn. The style sheet `dark` follows
// the system by its medium, without a script too; here its medium becomes what a reader wants.
(() => {
  let dark = document.getElementById("dark");
  const AUTO = "(prefers-color-scheme)";
  const MEDIA = new Map([[AUTO, dark.media], ["(prefers-color-scheme: light)", "not all"], ["(prefers-color-scheme: dark)", "screen"]]);
  const KEY = `${new URL("../../", document.currentScript.src).pathname}.__palette`; // Material's: what it kept is not lost
  let chosen = AUTO;

  const read = () => { try { return JSON.parse(localStorage.getItem(KEY))?.color?.media; } catch { /* nothing may be kept here */ } };
  const keep = () => { try { localStorage.setItem(KEY, JSON.stringify({ color: { media: chosen } })); } catch { /* nor written */ } };
  const show = () => {
    dark.media = MEDIA.get(chosen);
    for (const choice of document.getElementsByName("__palette")) choice.checked = choice.dataset.mdColorMedia === chosen;
  };
  const recall = () => {
    const kept = read();
    if (MEDIA.has(kept)) chosen = kept;
    show();
  };

  document.documentElement.className = "js";
  recall();
  // A browser draws without a sheet whose medium did not match when it was found. Found anew with the other medium, it is waited for.
  if (dark.media === MEDIA.get("(prefers-color-scheme: dark)") && !dark.sheet) {
    document.write(dark.outerHTML);
    dark.remove();
    dark = document.getElementById("dark");
  }
  document.addEventListener("DOMContentLoaded", show); // the switch itself, now that it is there
  addEventListener("pageshow", (event) => { if (event.persisted) recall(); }); // a page gone back to
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "__palette") return;
    chosen = target.dataset.mdColorMedia;
    keep();
    show();
  });
})();
