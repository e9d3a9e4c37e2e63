StandsIn = Zastępujesz: {name}
Days = {from} – {to}
RoleEnds = Kończy się rola: {role}
InvitationsOpen = Zaproszenia, z których nikt jeszcze nie skorzystał: {count}
