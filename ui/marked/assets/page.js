
(() => {
  "use strict";
  const bubble = document.createElement("dl");
  bubble.className = "chu";
  bubble.setAttribute("role", "tooltip");
  let shown = null;

  function hide() {
    bubble.remove();
    shown = null;
  }

  function show(mark) {
    if (mark === shown) return;
    // The browser's own tooltip would cover ours; without this script it is all there is.
    if (mark.title) {
      mark.dataset.facts = mark.title;
      mark.removeAttribute("title");
    }
    bubble.replaceChildren();
    for (const line of mark.dataset.facts.split("\n")) {
      const at = line.indexOf(": ");
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.textContent = line.slice(0, at);
      value.textContent = line.slice(at + 2);
      bubble.append(name, value);
    }
    bubble.style.setProperty("--tone", getComputedStyle(mark).getPropertyValue("--tone"));
    document.body.append(bubble);
    const box = mark.getClientRects()[0];
    const left = Math.max(12, Math.min(box.left, innerWidth - bubble.offsetWidth - 12));
    const below = box.bottom + 16;
    const fits = below + bubble.offsetHeight < innerHeight || box.top - bubble.offsetHeight - 8 < 0;
    bubble.style.left = left + scrollX + "px";
    bubble.style.top = (fits ? below : box.top - bubble.offsetHeight - 8) + scrollY + "px";
    shown = mark;
  }

  for (const kind of ["pointerover", "focusin", "click"]) {
    document.addEventListener(kind, (event) => {
      const mark = event.target instanceof Element ? event.target.closest("mark") : null;
      if (mark) show(mark);
      else if (kind !== "focusin") hide();
    });
  }
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  function aim() {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("cau");
    const id = location.hash.slice(1);
    const start = id.startsWith("cau-") ? document.getElementById(id) : null;
    const end = start && document.getElementById(id + "-het");
    if (!end) return;
    const range = new Range();
    range.setStartAfter(start);
    range.setEndBefore(end);
    CSS.highlights.set("cau", new Highlight(range));
  }
  addEventListener("hashchange", aim);
  aim();
})();
