// Rows that may stand below each other, each with the sentences that state it.

// So many sentences of one statement are shown at first.
const FIRST = 2;

function passage(item, go) {
  const text = element("blockquote", "text", item.before, element("mark", "quote", item.quote), item.after);
  const source = element("div", "source", element("span", "file", item.file));
  if (item.page) source.append(element("span", "muted", item.page));
  source.append(element("span", "muted", `luật ${item.rule} · tin cậy ${item.confidence}`));
  source.append(anchor(item.link, "open", go, "Đọc tại chỗ này →"));
  return element("div", "passage", text, source);
}

function sentences(row, go) {
  const box = element("div", "sentences");
  for (const part of row.parts) {
    if (part.heading) box.append(element("div", "part", part.heading));
    box.append(...part.passages.slice(0, FIRST).map((item) => passage(item, go)));
    const more = part.passages.slice(FIRST);
    if (more.length) {
      const button = element("button", "more", `Xem thêm ${more.length} câu`);
      button.addEventListener("click", () => button.replaceWith(...more.map((item) => passage(item, go))));
      box.append(button);
    }
  }
  return box;
}

function line(row, go) {
  const main = element("div", "main");
  const head = element("div", "head");
  for (const relation of row.relations) head.append(element("span", "relation", relation));
  head.append(anchor(row.link, "name", go, row.name));
  if (row.note) head.append(element("span", "note", row.note));
  main.append(head);
  if (row.detail) main.append(element("div", "detail", row.detail));
  const side = element("div", "side", badges(row.badges), element("span", "date", row.date));
  return element("div", "row", main, side);
}

function build(row, go) {
  const item = element("li", row.parts.length ? "stated" : "");
  const body = line(row, go);
  item.append(body);
  for (const choice of row.candidates) {
    const candidate = element("div", "candidate", "có thể là ", anchor(choice.link, "", go, choice.name));
    if (choice.detail) candidate.append(element("span", "muted", ` · ${choice.detail}`));
    body.querySelector(".main").append(candidate);
  }
  if (row.parts.length) {
    const count = row.parts.reduce((sum, part) => sum + part.passages.length, 0);
    const toggle = element("button", "toggle", count > 1 ? `${count} câu nguồn` : "Câu nguồn");
    let box = null;
    const set = (open) => {
      if (open && !box) {
        box = sentences(row, go);
        body.after(box);
      }
      if (box) box.hidden = !open;
      toggle.setAttribute("aria-expanded", String(open));
    };
    toggle.addEventListener("click", () => set(toggle.getAttribute("aria-expanded") !== "true"));
    body.querySelector(".side").append(toggle);
    set(row.expanded);
  } else {
    body.querySelector(".side").append(element("span", "toggle-space"));
  }
  return item;
}

export default piece((host, data, go) => {
  const top = element("ul", data.rows.some((row) => row.depth > 0) ? "outline tree" : "outline");
  const lists = [top];
  const items = [];
  for (const row of data.rows) {
    const item = build(row, go);
    if (row.depth >= lists.length) {
      const list = element("ul", "");
      items[row.depth - 1].append(list);
      lists[row.depth] = list;
    }
    lists.length = row.depth + 1;
    lists[row.depth].append(item);
    items[row.depth] = item;
  }
  host.append(top);
});
