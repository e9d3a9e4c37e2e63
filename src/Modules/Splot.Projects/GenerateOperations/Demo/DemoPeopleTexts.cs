namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>Texts of the demo: help for people, work, learning, families. The form is explained at <see cref="DemoTexts"/>.</summary>
internal static class DemoPeopleTexts
{
    public const string All = """
        # seniors;60-300;10-55;0 2 3 5 7;0 1 3 4
        T|Bliżej domu: usługi opiekuńcze w gminie {p}|По-близо до дома: грижа за възрастните хора в община {p}|Closer to home: care for older people in {p}
        T|Spokojna starość w gminie {p}|Спокойни старини в община {p}|A calm old age in {p}
        1|Starsi mieszkańcy gminy {p} {r} dostaną pomoc we własnym domu, zamiast czekać na miejsce w domu pomocy społecznej.|Възрастните жители на община {p} {r} ще получат помощ в собствения си дом, вместо да чакат за място в дом за стари хора.|Older residents of {p} {r} will get help in their own homes instead of waiting for a place in a care home.
        1|Projekt pozwala osobom starszym z gminy {p} {r} jak najdłużej mieszkać u siebie.|Проектът помага на възрастните хора от община {p} {r} да живеят възможно най-дълго у дома си.|The project lets older people in {p} {r} live at home for as long as possible.
        2|Z opieki domowej, przycisków alarmowych i pomocy sąsiedzkiej skorzysta {n} osób.|Домашна грижа, бутони за спешна помощ и съседска подкрепа ще ползват {n} души.|{n} people will use home care, emergency buttons and help from neighbours.
        2|Powstanie zespół opiekunek i opiekunów, który obejmie wsparciem {n} osób.|Ще бъде създаден екип от домашни помощници, който ще подкрепя {n} души.|A team of carers will be set up and will support {n} people.
        3|Opiekunowie rodzinni otrzymają opiekę wytchnieniową i poradę.|Близките, които се грижат за тях, ще получат заместваща грижа и съвети.|Relatives who care for them will get respite care and advice.
        Z|Usługi opiekuńcze w domu|Грижа в домашна среда|Care at home
        Z|Teleopieka|Дистанционна грижа|Remote care
        Z|Opieka wytchnieniowa i wsparcie rodzin|Заместваща грижа и подкрепа за семействата|Respite care and support for families
        G|Osoby starsze wymagające wsparcia w codziennym funkcjonowaniu|Възрастни хора, които имат нужда от помощ в ежедневието|Older people who need help in daily life
        G|Opiekunowie faktyczni|Близки, които полагат грижи|Informal carers
        W;;person;output;n|Osoby objęte usługami w społeczności lokalnej|Лица, ползващи услуги в общността|People using services in the community
        W;;person;output;m|Opiekunowie faktyczni objęci wsparciem|Подкрепени близки, които полагат грижи|Informal carers supported

        # assistance;40-200;5-35;0 2 5 6 7;0 1 2 3
        T|Asystent na co dzień w gminie {p}|Асистент за всеки ден в община {p}|An assistant for every day in {p}
        T|Samodzielni u siebie – {p}|Самостоятелни у дома – {p}|Independent at home – {p}
        1|Osoby z niepełnosprawnościami z gminy {p} {r} otrzymają wsparcie asystentów w domu, w pracy i w drodze do urzędu.|Хората с увреждания от община {p} {r} ще имат асистент у дома, на работа и по пътя до институциите.|People with disabilities in {p} {r} will have an assistant at home, at work and on the way to public offices.
        1|Projekt zapewnia usługi asystenckie i mieszkania treningowe w gminie {p} {r}.|Проектът осигурява асистентска подкрепа и жилища за самостоятелен живот в община {p} {r}.|The project provides personal assistance and training flats in {p} {r}.
        2|Wsparcie obejmie {n} osób i potrwa do końca projektu.|Подкрепата ще обхване {n} души до края на проекта.|It will support {n} people until the end of the project.
        2|Z usług skorzysta {n} osób, a {m} osób zamieszka w mieszkaniach treningowych.|Услугите ще ползват {n} души, а {m} души ще се подготвят за самостоятелен живот в отделно жилище.|{n} people will use the services and {m} people will live in training flats.
        3|Asystenci przejdą szkolenie i będą pracować pod opieką superwizora.|Асистентите ще преминат обучение и ще работят със супервизия.|Assistants will be trained and will work with supervision.
        Z|Usługi asystenckie|Асистентска подкрепа|Personal assistance
        Z|Mieszkania treningowe|Жилища за самостоятелен живот|Training flats
        Z|Szkolenia i superwizja asystentów|Обучение и супервизия на асистентите|Training and supervision of assistants
        G|Osoby z niepełnosprawnościami|Хора с увреждания|People with disabilities
        G|Rodziny i opiekunowie faktyczni|Семейства и близки, които полагат грижи|Families and informal carers
        W;EECO12;person;output;n|Osoby z niepełnosprawnościami objęte wsparciem|Подкрепени хора с увреждания|People with disabilities supported
        W;;person;result;m|Osoby, które po projekcie żyją bardziej samodzielnie|Хора, които след проекта живеят по-самостоятелно|People who live more independently after the project

        # youth;50-250;20-45;10 6 7;8 1 2
        T|Młodzi na start – {p}|Младите на старт – {p}|Young people at the start – {p}
        T|Pierwsza praca, pierwszy krok – {p}|Първа работа, първа крачка – {p}|First job, first step – {p}
        1|Młode osoby bez pracy z gminy {p} {r} poznają zawód u lokalnych pracodawców.|Безработни младежи от община {p} {r} ще опознаят професия при местни работодатели.|Young people without a job in {p} {r} will get to know a trade with local employers.
        1|Projekt pomaga młodym mieszkańcom gminy {p} {r} przejść ze szkoły do pracy.|Проектът помага на младите жители на община {p} {r} да преминат от училище към работа.|The project helps young residents of {p} {r} to move from school to work.
        2|Staże i doradztwo zawodowe obejmą {n} osób, z których {m} znajdzie pracę.|Стажове и кариерни съвети ще получат {n} младежи, а {m} от тях ще започнат работа.|{n} people will have traineeships and career advice, and {m} of them will find a job.
        2|Własny plan działania, doradcę i staż otrzyma {n} osób.|Личен план, консултант и стаж ще получат {n} младежи.|{n} people will get a personal plan, an adviser and a traineeship.
        3|Pracodawcy otrzymają pomoc w przygotowaniu stanowisk i opiekunów stażu.|Работодателите ще получат помощ при подготовката на работните места и наставниците.|Employers will get help in preparing workplaces and mentors.
        Z|Indywidualne plany działania i doradztwo|Индивидуални планове и консултиране|Individual plans and advice
        Z|Staże u pracodawców|Стажове при работодатели|Traineeships with employers
        Z|Pośrednictwo pracy|Посредничество при намиране на работа|Job matching
        G|Osoby w wieku 18–29 lat bez pracy|Безработни младежи на 18–29 години|People aged 18–29 without a job
        G|Lokalni pracodawcy|Местни работодатели|Local employers
        W;EECO07;person;output;n|Osoby w wieku 18–29 lat objęte wsparciem|Подкрепени младежи на 18–29 години|People aged 18–29 supported
        W;EECR04;person;result;m|Osoby pracujące po opuszczeniu programu|Участници, които имат работа при напускане на операцията|Participants in employment upon leaving

        # inclusion;40-180;10-35;2 3 4 6;0 2 3 8
        T|Nowy początek – aktywna integracja w gminie {p}|Ново начало – активно приобщаване в община {p}|A new beginning: active inclusion in {p}
        T|Razem do pracy – {p}|Заедно към работа – {p}|Together to work – {p}
        1|Osoby długotrwale bezrobotne i korzystające z pomocy społecznej w gminie {p} {r} wracają do pracy małymi krokami.|Хора, които отдавна нямат работа и ползват социално подпомагане в община {p} {r}, се връщат към трудов живот стъпка по стъпка.|People in {p} {r} who have long been out of work and rely on social assistance return to work step by step.
        1|Projekt łączy aktywizację społeczną, zawodową, edukacyjną i zdrowotną mieszkańców gminy {p} {r}.|Проектът съчетава социално, професионално, образователно и здравно активиране на жителите на община {p} {r}.|The project combines social, vocational, educational and health activation for residents of {p} {r}.
        2|Kontrakty socjalne podpisze {n} osób, a {m} osób podejmie zatrudnienie.|Социални договори ще подпишат {n} души, а {m} души ще започнат работа.|{n} people will sign a social contract and {m} people will take up work.
        2|Z pomocą psychologa, doradcy i trenera pracy ścieżkę reintegracji przejdzie {n} osób.|С помощта на психолог, консултант и трудов наставник {n} души ще преминат през индивидуална програма.|With a psychologist, an adviser and a job coach {n} people will follow a reintegration path.
        3|Na czas zajęć zapewniona jest opieka nad dziećmi i osobami zależnymi.|По време на занятията е осигурена грижа за децата и зависимите близки.|Children and dependants are looked after during classes.
        Z|Kontrakty socjalne i praca socjalna|Социални договори и социална работа|Social contracts and social work
        Z|Kursy i reintegracja zawodowa|Курсове и професионална реинтеграция|Courses and vocational reintegration
        Z|Wsparcie psychologiczne i zdrowotne|Психологическа и здравна подкрепа|Psychological and health support
        G|Osoby długotrwale bezrobotne|Трайно безработни лица|Long-term unemployed people
        G|Osoby korzystające z pomocy społecznej|Хора, които ползват социално подпомагане|People who receive social assistance
        W;EECO02;person;output;n|Osoby bezrobotne, w tym długotrwale, objęte wsparciem|Подкрепени безработни лица, включително трайно безработни|Unemployed people, including long-term unemployed, supported
        W;EECR04;person;result;m|Osoby pracujące po opuszczeniu programu|Участници, които имат работа при напускане на операцията|Participants in employment upon leaving

        # childcare;20-80;5-15;0 7;0 1
        T|Wesołe maluchy – żłobek w gminie {p}|Весели стъпки – детска ясла в община {p}|Happy steps: a nursery in {p}
        T|Praca i rodzina w zgodzie – {p}|Работа и семейство в хармония – {p}|Work and family in harmony – {p}
        1|W gminie {p} {r} powstaną miejsca opieki nad dziećmi do lat trzech.|В община {p} {r} ще бъдат открити места за грижа за деца до тригодишна възраст.|Childcare places for children under three will open in {p} {r}.
        1|Projekt ułatwia rodzicom małych dzieci z gminy {p} {r} powrót do pracy.|Проектът улеснява родителите на малки деца от община {p} {r} да се върнат на работа.|The project makes it easier for parents of small children in {p} {r} to return to work.
        2|Z opieki skorzysta {n} dzieci, a {m} rodziców wróci na rynek pracy.|Грижа ще получат {n} деца, а {m} родители ще се върнат на пазара на труда.|{n} children will be cared for and {m} parents will return to work.
        2|Przygotowanych zostanie {n} miejsc, bezpłatnych przez pierwsze miesiące.|Ще бъдат подготвени {n} места, безплатни през първите месеци.|{n} places will be prepared, free of charge in the first months.
        3|Godziny opieki dopasowano do pracy zmianowej rodziców.|Работното време е съобразено с родителите, които работят на смени.|Opening hours suit parents who work in shifts.
        Z|Przygotowanie i wyposażenie sal|Подготовка и обзавеждане на помещенията|Preparing and equipping the rooms
        Z|Opieka nad dziećmi|Грижа за децата|Childcare
        Z|Szkolenia personelu|Обучение на персонала|Staff training
        G|Rodzice dzieci do lat 3|Родители на деца до 3 години|Parents of children under 3
        G|Dzieci do lat 3|Деца до 3 години|Children under 3
        W;;place;output;n|Miejsca opieki nad dziećmi do lat 3|Места за грижа за деца до 3 години|Childcare places for children under 3
        W;;person;result;m|Rodzice, którzy wrócili do pracy|Родители, които са се върнали на работа|Parents who returned to work

        # school;80-400;10-40;0 1 9;0 5 6
        T|Szkoła ciekawa świata – {p}|Любознателно училище – {p}|A curious school – {p}
        T|Równe szanse w szkołach gminy {p}|Равен шанс в училищата на община {p}|Equal chances in the schools of {p}
        1|Uczniowie szkół w gminie {p} {r} rozwijają kompetencje kluczowe na zajęciach dodatkowych.|Учениците в община {p} {r} развиват ключови умения в допълнителни занимания.|Pupils in {p} {r} develop key skills in extra classes.
        1|Projekt wspiera uczniów z gminy {p} {r} zagrożonych przedwczesnym zakończeniem nauki.|Проектът подкрепя ученици от община {p} {r} в риск от преждевременно напускане на училище.|The project supports pupils in {p} {r} who are at risk of leaving school early.
        2|W zajęciach weźmie udział {n} uczniów, a {m} nauczycieli podniesie kwalifikacje.|В заниманията ще участват {n} ученици, а {m} учители ще повишат квалификацията си.|{n} pupils will take part and {m} teachers will improve their qualifications.
        2|Pomoc psychologiczno-pedagogiczną otrzyma {n} uczniów.|Психологическа и педагогическа подкрепа ще получат {n} ученици.|{n} pupils will get psychological and educational help.
        3|Pracownie otrzymają nowy sprzęt, także dla uczniów ze szczególnymi potrzebami.|Кабинетите ще получат ново оборудване, включително за ученици със специални потребности.|Classrooms will get new equipment, also for pupils with special needs.
        Z|Zajęcia dodatkowe|Допълнителни занимания|Extra classes
        Z|Doskonalenie nauczycieli|Квалификация на учителите|Teacher training
        Z|Wyposażenie pracowni|Оборудване на кабинетите|Equipping classrooms
        G|Uczniowie|Ученици|Pupils
        G|Nauczyciele|Учители|Teachers
        W;;person;output;n|Uczniowie objęci wsparciem|Подкрепени ученици|Pupils supported
        W;EECR03;person;result;m|Nauczyciele, którzy uzyskali kwalifikacje|Учители, които са получили квалификация|Teachers who gained a qualification

        # adults;60-320;30-55;0 6 7 5;7 2 6
        T|Cyfrowo bez obaw – {p}|Дигитално без притеснения – {p}|Digital without fear – {p}
        T|Uczę się dalej – {p}|Уча и напредвам – {p}|I keep learning – {p}
        1|Dorośli mieszkańcy gminy {p} {r} uczą się obsługi komputera, języków i nowych zawodów.|Жителите на община {p} {r} усвояват компютърни умения, езици и нови професии.|Adults in {p} {r} learn computer skills, languages and new trades.
        1|Projekt otwiera lokalny ośrodek uczenia się w gminie {p} {r}.|Проектът открива местен център за учене в община {p} {r}.|The project opens a local learning centre in {p} {r}.
        2|Szkolenia ukończy {n} osób, a {m} osób uzyska certyfikat.|Обученията ще завършат {n} души, а {m} души ще получат сертификат.|{n} people will complete the courses and {m} people will receive a certificate.
        2|Kursy dla {n} osób odbywają się wieczorami i w soboty, blisko domu.|Курсовете за {n} души се провеждат вечер и в събота, близо до дома.|Courses for {n} people take place in the evening and on Saturdays, close to home.
        3|Pierwszeństwo mają osoby o niskich kwalifikacjach i osoby po 55. roku życia.|С предимство са хората с ниска квалификация и хората над 55 години.|People with low qualifications and people over 55 come first.
        Z|Kursy kompetencji cyfrowych|Курсове за дигитални умения|Digital skills courses
        Z|Kursy językowe i zawodowe|Езикови и професионални курсове|Language and vocational courses
        Z|Egzaminy i certyfikaty|Изпити и сертификати|Exams and certificates
        G|Osoby o niskich kwalifikacjach|Хора с ниска квалификация|People with low qualifications
        G|Osoby po 55. roku życia|Хора над 55 години|People over 55
        W;;person;output;n|Osoby dorosłe objęte wsparciem|Подкрепени пълнолетни лица|Adults supported
        W;EECR03;person;result;m|Osoby, które uzyskały kwalifikacje po opuszczeniu programu|Участници, получили квалификация при напускане на операцията|Participants gaining a qualification upon leaving

        # family;40-200;10-35;1 4 6;0 2 3
        T|Rodzina na pierwszym miejscu – {p}|Семейството на първо място – {p}|Family first – {p}
        T|Dom zamiast placówki – {p}|Дом вместо институция – {p}|A home instead of an institution – {p}
        1|Projekt wspiera rodziny w trudnej sytuacji i rodziny zastępcze w gminie {p} {r}.|Проектът подкрепя семейства в трудно положение и приемни семейства в община {p} {r}.|The project supports families in difficulty and foster families in {p} {r}.
        1|Dzieci z gminy {p} {r}, które nie mogą mieszkać z rodzicami, będą dorastać w rodzinach, a nie w placówkach.|Децата от община {p} {r}, които не могат да живеят с родителите си, ще растат в семейства, а не в институции.|Children in {p} {r} who cannot live with their parents will grow up in families, not in institutions.
        2|Asystenci rodziny i specjaliści pomogą {n} osobom.|Семейни асистенти и специалисти ще помогнат на {n} души.|Family assistants and specialists will help {n} people.
        2|Szkolenie dla kandydatów na rodziców zastępczych ukończy {m} osób.|Обучението за приемни родители ще завършат {m} души.|{m} people will complete the training for foster parents.
        3|Młodzież opuszczająca pieczę zastępczą otrzyma opiekuna usamodzielnienia i mieszkanie treningowe.|Младежите, които напускат приемна грижа, ще имат наставник и жилище, в което да се учат на самостоятелност.|Young people leaving foster care will have a guide and a training flat.
        Z|Asystenci rodziny|Семейни асистенти|Family assistants
        Z|Szkolenia rodzin zastępczych|Обучение на приемни семейства|Training of foster families
        Z|Usamodzielnienie młodzieży|Подготовка на младежите за самостоятелен живот|Preparing young people for independence
        G|Rodziny przeżywające trudności|Семейства в затруднение|Families in difficulty
        G|Rodziny zastępcze i kandydaci|Приемни семейства и кандидати|Foster families and candidates
        W;;person;output;n|Osoby objęte usługami wsparcia rodziny|Лица, ползващи услуги за подкрепа на семейството|People using family support services
        W;;person;result;m|Osoby, które ukończyły szkolenie dla rodziców zastępczych|Лица, завършили обучение за приемни родители|People who completed foster parent training
        """;
}
