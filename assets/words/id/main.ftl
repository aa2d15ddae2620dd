# The name of the language, for a menu.
language-name = Bahasa Indonesia

app-name = setara
