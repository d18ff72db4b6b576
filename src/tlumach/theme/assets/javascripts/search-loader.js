// Nothing of the search is loaded before a reader turns to it: to the box, or to one of its keys.
(() => {
  const box = document.querySelector(".md-search__input");
  const [sheet, ...scripts] = document.currentScript.dataset.search.split(" ");
  if (!box) return;
  const load = () => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = sheet;
    document.head.append(style);
    for (const address of scripts) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.append(script);
    }
  };
  const onKey = (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f", "ы", "а", "і"].includes(event.key)) return;
    event.preventDefault();
    box.focus();
  };
  addEventListener("keydown", onKey);
  box.addEventListener("focus", load, { once: true });
  document.getElementById("__search").addEventListener("change", (event) => event.target.checked && box.focus());
  if (document.activeElement === box) load();
})();
