// Shows the routes that hold all the words typed, and opens what an address names.
const search = document.getElementById("search");
const operations = [...document.querySelectorAll(".operation")];
const words = new Map(operations.map((each) => [each, each.textContent.toLowerCase()]));

function show() {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const each of operations) {
    each.hidden = !wanted.every((word) => words.get(each).includes(word));
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = [...group.querySelectorAll(".operation")].every((each) => each.hidden);
  }
}

function open() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
  if (named) named.scrollIntoView();
}

search.addEventListener("input", show);
window.addEventListener("hashchange", open);
open();
