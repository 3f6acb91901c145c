/** Lets the keyboard scroll what is wider than the screen, where it is: a table of the prose on a phone. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

for (const table of document.querySelectorAll(".sl-markdown-content > table")) sizes.observe(table);
