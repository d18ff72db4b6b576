// Material's bundle asks the host of every <link rel=alternate> for a sitemap: a request to another host from a copy on a
// stick, and one that fails. Search engines have read these links by now; the page itself has its own language switch.
for (const link of document.querySelectorAll("link[rel=alternate]")) link.remove();

// Material's search listens to keys alone, and so misses what is pasted, dictated or chosen from a keyboard's suggestions.
const query = document.querySelector("[data-md-component=search-query]");
query?.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
