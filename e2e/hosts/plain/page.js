document.querySelector('button').addEventListener('click', () => document.body.classList.toggle('dark'));
