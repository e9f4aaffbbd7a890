export default piece((host, data, go) => {
  const bar = element("nav", "links");
  for (const item of data.links) bar.append(anchor(item.link, "", go, item.text));
  host.append(bar);
});
