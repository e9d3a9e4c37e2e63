ProjectsTitle = {site}: zmienione projekty
SearchTitle = {site}: zmienione projekty – {search}
HistoryTitle = Zmiany: {title}
Change = Było: {before}. Jest: {after}. Opublikowano w: {source}.
Nothing = brak
Invented = [zmyślony przykład]
