// Makes the new reader of the old one that is chosen, as `tlumach apply` does (copies/update.py, delta.py), within this page.
// Nothing is fetched and nothing is sent; what does not have the publisher's checksum is never handed out.
(function () {
  "use strict";
  const MOST_BYTES = 100_000_000;
  const HELD = /^ tlumach-update 1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([A-Za-z0-9+/=]+) $/;
  const forms = document.querySelectorAll("[data-save]");
  const held = [...document.body.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE)
    .map((node) => HELD.exec(node.data)).find(Boolean);
  if (!held || !window.DecompressionStream || !(window.crypto && crypto.subtle)) return;

  async function sumOf(file) {
    const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function steps() {
    const packed = Uint8Array.from(atob(held[3]), (letter) => letter.charCodeAt(0));
    const unpacking = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
    const parts = [];
    for (let size = 0; ;) {
      const { done, value } = await unpacking.read();
      if (done) return JSON.parse(await new Blob(parts).text());
      size += value.length;
      if (size > MOST_BYTES) throw new RangeError();
      parts.push(value);
    }
  }

  async function made(old) {
    const parts = [];
    let size = 0;
    for (const step of await steps()) {
      parts.push(typeof step === "string" ? new Blob([step]) : old.slice(...step));
      size += parts[parts.length - 1].size;
      if (size > MOST_BYTES) throw new RangeError();
    }
    const now = new Blob(parts, { type: "text/html" });
    if (await sumOf(now) !== held[2]) throw new RangeError();
    return now;
  }

  async function answer(file, say) {
    if (file.size > MOST_BYTES || await sumOf(file) !== held[1]) return say.other;
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await made(file));
      link.download = file.name;
      link.textContent = say.save;
      return link;
    } catch {
      return say.damaged;
    }
  }

  for (const form of forms) {
    form.hidden = false;
    form.querySelector("input").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) form.querySelector("output").replaceChildren(await answer(file, form.dataset));
    });
  }
}());
