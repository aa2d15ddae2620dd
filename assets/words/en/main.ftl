# The name of the language, for a menu.
language-name = English

app-name = setara
