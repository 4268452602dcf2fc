// A document is sent as soon as it is chosen; its digest goes with the form. Without this script the digest is typed.

import { data, text } from './page.js';
import { cookie, language } from './api.js';

const upload = document.getElementById('document-upload');
const file = document.getElementById('document-file');
const words = document.getElementById('document-file-hint');
const digest = document.getElementById('measure-document');

if (upload && digest) {
    upload.hidden = false;
    document.getElementById('document-digest').hidden = digest.getAttribute('aria-invalid') !== 'true';
    file.addEventListener('change', () => { send(file.files[0]); });
}

async function send(chosen) {
    digest.value = '';
    if (!chosen) {
        return;
    }
    const button = document.querySelector('#measure-form button[type="submit"]');
    button.disabled = true;
    words.textContent = text('measure.sending');
    words.classList.remove('error');
    try {
        const form = new FormData();
        form.append('file', chosen);
        const answer = await fetch(`/api/v1/campaigns/${encodeURIComponent(data.campaign)}/works`, {
            method: 'POST', body: form, credentials: 'same-origin',
            headers: { 'Accept-Language': language(), 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
        });
        const told = await answer.json().catch(() => ({}));
        if (!answer.ok) {
            throw new Error(told.errors?.[0]?.message ?? told.detail ?? text('measure.failed'));
        }
        digest.value = told.sha256;
        words.textContent = text('measure.sent', { name: chosen.name });
    } catch (failure) {
        file.value = '';
        words.textContent = failure instanceof TypeError ? text('measure.failed') : failure.message;
        words.classList.add('error');
    } finally {
        button.disabled = false;
    }
}
