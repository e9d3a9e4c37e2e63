DoorTitle = Wypróbuj Splot w jednej z ról
DoorLede = To jest demo: wszystkie osoby i jednostki są zmyślone, a tych wejść nie ma nigdzie indziej. Wybierz, czyj pulpit chcesz zobaczyć.
DoorEnter = Wejdź
DoorOthers = Inne role
