// Material's bundle asks the host of every <link rel=alternate> for a sitemap: a request to another host from a copy on a
// stick, and one that fails. Search engines have read these links by now; the page itself has its own language switch.
for (const link of document.querySelectorAll("link[rel=alternate]")) link.remove();

// Material's search listens to keys alone, and so misses what is pasted, dictated or chosen from a keyboard's suggestions.
const query = document.querySelector("[data-md-component=search-query]");
query?.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));

// The language switch keeps the place: it leads to the block that stands at the top of the screen now.
const text = document.querySelector("article");
const firstInView = () =>
  [...text.querySelectorAll(":scope [id]")].find(
    (block) => block.querySelector(":scope > .block-links .block-other") && block.getBoundingClientRect().bottom > 80
  );
const keepPlace = (event) => {
  const link = event.target.closest(".md-select__link");
  const block = link && window.scrollY > 0 && firstInView();
  if (link) link.hash = block ? `#${block.id}` : "";
};
for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, keepPlace, true);
