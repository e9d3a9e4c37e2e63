MyWork = Moja praca
Hello = Dzień dobry, {name}
NothingDue = Nic nie czeka
NothingDueNext = Gdy coś będzie do zrobienia albo się zmieni, zobaczysz to tutaj.
Where = Dokąd dalej
