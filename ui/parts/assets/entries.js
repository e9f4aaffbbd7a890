export default piece((host, data, go) => {
  for (const group of data.groups) {
    const section = element("section", "group");
    if (group.heading) section.append(element("h3", "", group.heading, element("span", "count", String(group.count))));
    const list = element("ul", data.card ? "card" : "");
    for (const entry of group.entries) {
      const line = element("div", "line", anchor(entry.link, "name", go, entry.name), badges(entry.badges));
      const item = element("li", entry.chosen ? "chosen" : "", line);
      if (entry.note) line.append(element("span", "note", entry.note));
      if (entry.detail) item.append(element("div", "detail", entry.detail));
      if (entry.title) item.append(element("div", "title", entry.title));
      list.append(item);
    }
    section.append(list);
    host.append(section);
  }
});
