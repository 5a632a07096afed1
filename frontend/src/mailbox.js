// The development mailbox: shows new mails as they come, times as they are here, and copies codes.
const list = document.querySelector("#mails-list");
dress(document);
if (list) setInterval(look, 1000);

function dress(part) {
  for (const time of part.querySelectorAll("time")) {
    time.textContent = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
  }
  // No browser copies for a page that came over plain HTTP from elsewhere.
  for (const button of part.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
}

addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const label = button.firstChild;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.data = "Copied";
  } catch {
    label.data = "Not copied";
  }
  setTimeout(() => (label.data = "Copy"), 2000);
});

// What has come since the page was loaded. What is there stays as it is, with the focus and the selection in it.
async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const links = [...list.querySelectorAll("#mails a")].map((link) => link.pathname);
    const fresh = [...page.querySelectorAll("#mails > li")].filter((mail) => !links.includes(mail.querySelector("a").pathname));
    if (!fresh.length) return;
    dress(page);
    const mails = list.querySelector("#mails");
    if (mails) mails.prepend(...fresh);
    else list.replaceChildren(page.querySelector("#mails"));
    document.querySelector("#mails-news").textContent = `New: ${fresh[0].querySelector("strong").textContent}`;
  } catch {
    // The server is away; the next look may find it.
  }
}
