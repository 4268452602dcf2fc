// A definition out of a file: read here, shown in the form, sent only when its button is pressed.

const place = document.getElementById('from-file');
const file = document.getElementById('file');
const definition = document.getElementById('definition');

place.hidden = false;
file.addEventListener('change', async () => {
    if (file.files.length > 0) {
        definition.value = await file.files[0].text();
        definition.focus();
    }
});
