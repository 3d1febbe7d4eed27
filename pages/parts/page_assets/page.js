// What the page needs of the browser and Streamlit has no widget for: copy buttons, and opening the sidebar on a phone.
// One listener for the whole document, so that it serves whatever is drawn later.
(() => {
  if (window.madoguchiPage) return;
  window.madoguchiPage = true;

  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  async function answerCopy(button) {
    const label = button.textContent;
    await copyText(button.dataset.copy);
    button.textContent = button.dataset.copied;
    button.focus();
    setTimeout(() => { button.textContent = label; }, 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) answerCopy(button);
    if ("openFilters" in button.dataset) document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
    if ("closeFilters" in button.dataset) {
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
      document.querySelector("[data-open-filters]")?.focus();
    }
  });
})();
