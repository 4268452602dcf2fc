// Server-sent events, read by hand: an EventSource hides the comments by which a quiet stream shows that it lives, and
// a line that died without a word would look like one on which nothing happens.

/** Reads one stream until it ends or is aborted; onSign with every sign of life, comments included. */
export async function listen(url, signal, { onSign, onEvent, onRetry }) {
    const answer = await fetch(url, { headers: { Accept: 'text/event-stream' }, cache: 'no-store', credentials: 'same-origin', signal });
    if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        throw new Error(String(answer.status)); // whatever answers in its place is no stream
    }
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    let name = '';
    let lines = [];

    function take(line) {
        const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line);
        if (line === '') {
            if (lines.length > 0) {
                onEvent(name || 'message', lines.join('\n'));
            }
            name = '';
            lines = [];
        } else if (field === 'event') {
            name = value ?? '';
        } else if (field === 'data') {
            lines.push(value ?? '');
        } else if (field === 'retry' && /^\d+$/.test(value ?? '')) {
            onRetry(Number(value));
        }
    }

    for (let part = await reader.read(); !part.done; part = await reader.read()) {
        onSign();
        const found = (rest + decoder.decode(part.value, { stream: true })).split('\n');
        rest = found.pop();
        found.forEach((line) => take(line.endsWith('\r') ? line.slice(0, -1) : line));
    }
}
