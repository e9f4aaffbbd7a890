// Shared by all pieces; each piece's own script follows in the same module.

// One element. Text is always a text node.
function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// A real link, so that it can be opened in a new tab; a plain click stays in the session.
function anchor(link, className, go, ...children) {
  if (!link) return element("span", className, ...children);
  const node = element("a", className, ...children);
  node.href = link.href;
  node.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go({ page: link.page, parameters: link.parameters });
  });
  return node;
}

function badges(list) {
  const node = element("span", "badges");
  for (const badge of list) {
    const item = element("span", `badge tone-${badge.tone}`, badge.text);
    if (badge.hint) item.title = badge.hint;
    node.append(item);
  }
  return node;
}

// Streamlit calls a piece again at every run of the page: draw only what changed, so that opened rows stay open.
const drawn = new WeakMap();

function piece(draw) {
  return (component) => {
    const host = component.parentElement.querySelector(".piece");
    const state = JSON.stringify(component.data);
    if (drawn.get(host) === state) return;
    drawn.set(host, state);
    const go = (target) => component.setTriggerValue("go", target);
    host.replaceChildren();
    draw(host, component.data, go);
  };
}
