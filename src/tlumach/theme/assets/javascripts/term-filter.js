// The glossary's list can be filtered as one types; its page alone has this script.
const filter = document.querySelector(".term-filter");
const plainly = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[ʼ’]/g, "'");
filter.addEventListener("input", (event) => {
  const wanted = plainly(event.target.value.trim());
  for (const list of document.querySelectorAll("article > ul:not(.downloads), article > [lang] > ul")) {
    for (const item of list.children) item.hidden = !plainly(item.textContent).includes(wanted);
    const none = [...list.children].every((item) => item.hidden);
    list.hidden = none;
    if (list.previousElementSibling?.tagName === "H2") list.previousElementSibling.hidden = none;
  }
});
