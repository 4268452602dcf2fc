// Shares of a target: what they add up to while they are typed, and how far that is from the target.

const grouped = (figure) => figure.toLocaleString('en-US');
const whole = (text) => /^\d{1,12}$/.test(text) ? Number(text) : undefined;
const typed = (input) => whole(input.value.replace(/[,，\s]/g, ''));

for (const form of document.querySelectorAll('form[data-quotas]')) {
    const shares = [...form.querySelectorAll('[data-share]')];
    const target = form.querySelector('[name="target"]');
    const sum = form.querySelector('[data-sum]');
    const wanted = form.querySelector('[data-wanted]');
    const difference = form.querySelector('[data-difference]');

    const add = () => {
        let total = 0;
        for (const share of shares) {
            const now = Number(share.dataset.now);
            const value = typed(share) ?? now;
            share.closest('li').classList.toggle('is-changed', value !== now);
            total += value;
        }
        const goal = (target && typed(target)) ?? Number(form.dataset.target);
        const gap = total - goal;
        sum.textContent = grouped(total);
        wanted.textContent = grouped(goal);
        difference.textContent = gap === 0 ? '0' : (gap > 0 ? '+' : '−') + grouped(Math.abs(gap));
        difference.classList.toggle('urgent', gap !== 0);
    };
    form.addEventListener('input', add);
    add();
}
