ProjectsTitle = {site}: zmienione projekty
HistoryTitle = Zmiany: {title}
Change = Było: {before}. Jest: {after}. Opublikowano w: {source}.
Nothing = brak
Invented = [zmyślony przykład]
