FormTooOld = Formularz był otwarty zbyt długo i nie został wysłany. Nic nie przepadło: sprawdź tekst i wyślij go ponownie.
