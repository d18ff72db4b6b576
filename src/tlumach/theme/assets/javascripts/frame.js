// The frame of the page. Without this script it works too: the drawer is a checkbox, and nothing follows the scrolling.

// The drawer of a narrow screen: a button in the place of its label, for the keyboard, which stays in the drawer while it is open.
(() => {
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const button = document.createElement("button");
  const inside = document.querySelector(".md-nav--primary");
  const behind = document.querySelectorAll(".md-skip, .md-header, article, .md-sidebar--secondary, .md-footer");
  const close = () => { if (drawer.checked) drawer.click(); };
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.className = `${label.className} drawer-button`;
  button.title = label.title;
  button.append(...label.childNodes);
  button.addEventListener("click", () => drawer.click());
  label.replaceWith(button);
  inside.tabIndex = -1;
  tell();
  drawer.addEventListener("change", () => {
    tell();
    for (const part of behind) part.inert = drawer.checked;
    (drawer.checked ? inside : button).focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  matchMedia("(min-width: 76.25em)").addEventListener("change", close); // a wide screen has no drawer
})();

// The header says what is read once the title has left the screen, and the table of contents where.
(() => {
  const header = document.querySelector(".md-header");
  const name = document.querySelector(".md-header__title");
  const title = document.querySelector("article h1");
  const links = [...document.querySelectorAll(".md-nav--secondary a")];
  const headings = links.map((link) => document.getElementById(link.getAttribute("href").slice(1)));
  const NEAR = 40; // pixels under the header: where a heading stands that was gone to
  const follow = () => {
    const edge = header.getBoundingClientRect().bottom;
    const current = headings.filter((heading) => heading?.getBoundingClientRect().top <= edge + NEAR).length - 1;
    name.classList.toggle("passed", title?.getBoundingClientRect().bottom < edge);
    links.forEach((link, at) => {
      link.classList.toggle("passed", at <= current);
      link.classList.toggle("here", at === current);
    });
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
})();

// What is folded opens where a link leads into it, and on paper.
(() => {
  const folded = "details:not([open])";
  let opened = [];
  const reveal = () => document.querySelector(":target")?.closest(folded)?.setAttribute("open", "");
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(folded)];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
})();
