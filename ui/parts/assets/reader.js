// A document's text with its mentions marked; kinds can be switched off, a mark tells what it names.

function legend(host, data) {
  const bar = element("div", "legend");
  for (const kind of data.kinds) {
    const button = element("button", `kind kind-${kind.label}`, kind.name, element("span", "count", String(kind.count)));
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      const on = host.classList.toggle(`hide-${kind.label}`) === false;
      button.setAttribute("aria-pressed", String(on));
    });
    bar.append(button);
  }
  return bar;
}

function card(mention, go) {
  const box = element("div", "tip", element("div", "tip-kind", mention.kind), element("div", "tip-name", mention.name));
  if (mention.open) box.append(element("div", "tip-open", "Chưa rõ là văn bản nào trong nhiều văn bản cùng số"));
  const links = element("div", "tip-links");
  for (const item of mention.links) links.append(anchor(item.link, "", go, `${item.text} →`));
  box.append(links);
  return box;
}

function place(tip, mark, sheet) {
  const at = mark.getClientRects()[0];
  const frame = sheet.getBoundingClientRect();
  tip.style.top = `${at.bottom - frame.top + sheet.scrollTop + 4}px`;
  const left = at.left - frame.left;
  tip.style.left = `${Math.max(8, Math.min(left, sheet.clientWidth - tip.offsetWidth - 12))}px`;
}

export default piece((host, data, go) => {
  const sheet = element("div", "sheet");
  sheet.tabIndex = 0;
  const page = element("div", "page");
  for (const [text, index, aimed] of data.segments) {
    let node = document.createTextNode(text);
    if (index >= 0) {
      const mention = data.mentions[index];
      node = element("span", `mention kind-${mention.label}${mention.open ? " undecided" : ""}`, node);
      node.dataset.mention = index;
      node.title = mention.name;
    }
    if (aimed) node = element("mark", "quote aimed", node);
    page.append(node);
  }
  sheet.append(page);
  host.append(legend(host, data), sheet);

  let tip = null;
  const close = () => {
    tip?.remove();
    tip = null;
  };
  sheet.addEventListener("click", (event) => {
    if (tip?.contains(event.target)) return;
    close();
    const mark = event.target.closest?.(".mention");
    if (!mark) return;
    tip = card(data.mentions[Number(mark.dataset.mention)], go);
    sheet.append(tip);
    place(tip, mark, sheet);
  });
  sheet.addEventListener("keydown", (event) => event.key === "Escape" && close());

  const aimed = sheet.querySelector(".aimed");
  // The sheet has no size before the first frame.
  if (aimed) requestAnimationFrame(() => (sheet.scrollTop = Math.max(0, aimed.offsetTop - sheet.clientHeight / 3)));
});
