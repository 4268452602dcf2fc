// Buttons that copy a text of the page; shown only where the browser can.

for (const button of document.querySelectorAll('button[data-copy]')) {
    const text = document.getElementById(button.dataset.copy);
    if (navigator.clipboard && text) {
        button.hidden = false;
        button.addEventListener('click', async () => {
            await navigator.clipboard.writeText(text.textContent.trim());
            button.textContent = button.dataset.done;
        });
    }
}
