// The demo season's sign-in page: a click fills the form in; signing in is still the visitor's own doing.

for (const button of document.querySelectorAll('.demo button')) {
    button.hidden = false;
    button.addEventListener('click', () => {
        document.getElementById('username').value = button.dataset.username;
        document.getElementById('password').value = button.dataset.password;
        document.querySelector('#login button[type="submit"]').focus();
    });
}
