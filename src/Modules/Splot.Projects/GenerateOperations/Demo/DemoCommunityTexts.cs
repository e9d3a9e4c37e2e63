namespace Splot.Projects.GenerateOperations.Demo;

/// <summary>Texts of the demo: housing, newcomers, health, enterprises, services and their staff, buildings. The form is explained at <see cref="DemoTexts"/>.</summary>
internal static class DemoCommunityTexts
{
    public const string All = """
        # homeless;30-120;10-25;2 6 7;0 1 2
        T|Najpierw mieszkanie – {p}|Първо дом – {p}|Housing first – {p}
        T|Klucz do własnych drzwi – {p}|Ключ за собствена врата – {p}|A key to one’s own door – {p}
        1|Osoby w kryzysie bezdomności w gminie {p} {r} otrzymają mieszkanie i wsparcie, a nie tylko nocleg.|Бездомните хора в община {p} {r} ще получат жилище и подкрепа, а не само подслон за нощта.|Homeless people in {p} {r} will get a home and support, not only a bed for the night.
        1|Projekt łączy pracę uliczną, pomoc lekarską i mieszkania wspomagane w gminie {p} {r}.|Проектът съчетава работа на терен, лекарска помощ и жилища с подкрепа в община {p} {r}.|The project joins street work, medical help and supported housing in {p} {r}.
        2|Streetworkerzy dotrą do {n} osób, a {m} osób zamieszka samodzielnie.|Екипите на терен ще достигнат до {n} души, а {m} души ще заживеят самостоятелно.|Street workers will reach {n} people, and {m} people will move into a home of their own.
        2|Indywidualny program wychodzenia z bezdomności rozpocznie {n} osób.|Индивидуална програма за излизане от бездомност ще започнат {n} души.|{n} people will start an individual programme for leaving homelessness.
        3|Pomoc psychologa i terapeuty uzależnień jest dostępna przez cały czas.|Психолог и терапевт по зависимости са на разположение през цялото време.|A psychologist and an addiction therapist are available throughout.
        Z|Praca uliczna|Работа на терен|Street work
        Z|Mieszkania wspomagane|Жилища с подкрепа|Supported housing
        Z|Pomoc medyczna i terapia|Медицинска помощ и терапия|Medical help and therapy
        G|Osoby w kryzysie bezdomności|Бездомни хора|Homeless people
        G|Osoby zagrożone utratą mieszkania|Хора, застрашени да загубят дома си|People at risk of losing their home
        W;EECO16;person;output;n|Osoby bezdomne lub dotknięte wykluczeniem mieszkaniowym|Бездомни лица или лица, засегнати от жилищно изключване|Homeless people or people affected by housing exclusion
        W;;person;result;m|Osoby, które zamieszkały samodzielnie|Лица, които са заживели самостоятелно|People who moved into a home of their own

        # migrants;60-250;15-50;0 6 7 10;0 1 2
        T|Sąsiedzi z daleka – {p}|Съседи отдалеч – {p}|Neighbours from afar – {p}
        T|Witamy w gminie {p}|Добре дошли в община {p}|Welcome to {p}
        1|Projekt pomaga cudzoziemcom, którzy zamieszkali w gminie {p} {r}, w nauce języka i załatwianiu codziennych spraw.|Проектът помага на чужденците, които са се заселили в община {p} {r}, да научат езика и да се справят с ежедневието.|The project helps foreigners who have settled in {p} {r} to learn the language and to manage daily life.
        1|W gminie {p} {r} powstaje punkt informacyjny dla cudzoziemców i ich rodzin.|В община {p} {r} се открива информационен пункт за чужденци и техните семейства.|An information point for foreigners and their families opens in {p} {r}.
        2|Kursy językowe ukończy {n} osób, a {m} osób znajdzie pracę.|Езиковите курсове ще завършат {n} души, а {m} души ще намерят работа.|{n} people will complete language courses and {m} people will find a job.
        2|Z pomocy asystentów międzykulturowych skorzysta {n} osób.|Помощта на междукултурни медиатори ще ползват {n} души.|{n} people will use the help of intercultural assistants.
        3|Spotkania z mieszkańcami prowadzą lokalne organizacje.|Срещите с местните хора се водят от местни организации.|Local organisations run meetings with residents.
        Z|Kursy języka i kultury|Курсове по език и култура|Language and culture courses
        Z|Punkt informacyjny|Информационен пункт|Information point
        Z|Asystenci międzykulturowi|Междукултурни медиатори|Intercultural assistants
        G|Obywatele państw trzecich|Граждани на трети държави|Third-country nationals
        G|Społeczność lokalna|Местната общност|The local community
        W;EECO13;person;output;n|Obywatele państw trzecich objęci wsparciem|Подкрепени граждани на трети държави|Third-country nationals supported
        W;EECR04;person;result;m|Osoby pracujące po opuszczeniu programu|Участници, които имат работа при напускане на операцията|Participants in employment upon leaving

        # mind;60-300;15-50;1 4 6 7;0 2 3
        T|Głowa do góry – wsparcie psychiczne w gminie {p}|Горе главата – психично здраве в община {p}|Chin up: mental health in {p}
        T|Spokojne myśli – {p}|Спокоен ум – {p}|A calm mind – {p}
        1|Mieszkańcy gminy {p} {r} otrzymają pomoc psychologa i psychiatry bez skierowania i bez długiego czekania.|Жителите на община {p} {r} ще получат помощ от психолог и психиатър без направление и без дълго чакане.|Residents of {p} {r} will see a psychologist and a psychiatrist without a referral and without a long wait.
        1|Projekt buduje środowiskowe wsparcie dla osób w kryzysie psychicznym w gminie {p} {r}.|Проектът изгражда подкрепа в общността за хора в психична криза в община {p} {r}.|The project builds community support for people in a mental health crisis in {p} {r}.
        2|Z terapii i grup wsparcia skorzysta {n} osób.|Терапия и групи за подкрепа ще ползват {n} души.|{n} people will use therapy and support groups.
        2|Zespół mobilny odwiedzi w domach {m} osób.|Мобилен екип ще посети в домовете им {m} души.|A mobile team will visit {m} people at home.
        3|Nauczyciele i pracownicy socjalni nauczą się rozpoznawać pierwsze oznaki kryzysu.|Учителите и социалните работници ще се научат да разпознават първите признаци на криза.|Teachers and social workers will learn to recognise the first signs of a crisis.
        Z|Poradnia i telefon wsparcia|Консултативен кабинет и телефон за подкрепа|Advice centre and helpline
        Z|Zespół mobilny|Мобилен екип|Mobile team
        Z|Profilaktyka w szkołach|Превенция в училищата|Prevention in schools
        G|Osoby w kryzysie psychicznym|Хора в психична криза|People in a mental health crisis
        G|Dzieci i młodzież|Деца и младежи|Children and young people
        W;;person;output;n|Osoby objęte wsparciem psychologicznym|Лица, получили психологическа подкрепа|People who received psychological support
        W;;person;output;m|Osoby odwiedzone przez zespół mobilny|Лица, посетени от мобилния екип|People visited by the mobile team

        # enterprise;40-160;10-35;8 6 11;2 9 1
        T|Wspólna firma – przedsiębiorstwa społeczne w gminie {p}|Общо дело – социални предприятия в община {p}|A shared firm: social enterprises in {p}
        T|Dobra praca – {p}|Добра работа – {p}|Good work – {p}
        1|Projekt pomaga zakładać i rozwijać przedsiębiorstwa społeczne w gminie {p} {r}.|Проектът помага да се създават и развиват социални предприятия в община {p} {r}.|The project helps to start and grow social enterprises in {p} {r}.
        1|Osoby z trudnościami na rynku pracy z gminy {p} {r} znajdą zatrudnienie w przedsiębiorstwach społecznych.|Хора от община {p} {r}, които трудно намират работа, ще бъдат наети в социални предприятия.|People in {p} {r} who struggle to find work will be employed in social enterprises.
        2|Powstanie {m} miejsc pracy, a z doradztwa skorzysta {n} osób.|Ще бъдат създадени {m} работни места, а консултации ще ползват {n} души.|{m} jobs will be created and {n} people will use advice.
        2|Dotacje i doradztwo biznesowe otrzyma {n} osób.|Безвъзмездна помощ и бизнес съвети ще получат {n} души.|{n} people will receive grants and business advice.
        3|Samorząd zleca część usług w zamówieniach z klauzulą społeczną.|Общината възлага част от услугите чрез поръчки със социални клаузи.|The municipality orders part of its services with social clauses.
        Z|Doradztwo i animacja|Консултиране и насърчаване|Advice and animation
        Z|Dotacje na miejsca pracy|Помощ за работни места|Grants for jobs
        Z|Reintegracja pracowników|Реинтеграция на работещите|Reintegration of workers
        G|Podmioty ekonomii społecznej|Субекти на социалната икономика|Social economy entities
        G|Osoby zagrożone wykluczeniem społecznym|Хора, застрашени от социално изключване|People at risk of social exclusion
        W;;person;output;n|Osoby objęte wsparciem|Подкрепени лица|People supported
        W;;job;result;m|Utworzone miejsca pracy|Създадени работни места|Jobs created

        # centre;100-400;30-95;0 2 3 5;0 3
        T|Centrum Usług Społecznych w gminie {p}|Център за социални услуги в община {p}|A social services centre in {p}
        T|Wszystko w jednym okienku – {p}|Всичко на едно гише – {p}|Everything at one desk – {p}
        1|Mieszkańcy gminy {p} {r} załatwią sprawy społeczne w jednym miejscu, z pomocą jednego koordynatora.|Жителите на община {p} {r} ще получават социални услуги на едно място, с помощта на един координатор.|Residents of {p} {r} will find social services in one place, with the help of one coordinator.
        1|Projekt tworzy w gminie {p} {r} centrum usług społecznych dla wszystkich mieszkańców.|Проектът създава в община {p} {r} център за социални услуги за всички жители.|The project sets up a social services centre in {p} {r} for all residents.
        2|Indywidualny plan usług społecznych otrzyma {n} osób.|Индивидуален план за подкрепа ще получат {n} души.|{n} people will receive an individual service plan.
        2|Z nowych usług skorzysta {n} osób, w tym {m} osób w swoich domach.|Новите услуги ще ползват {n} души, от които {m} в домовете си.|{n} people will use the new services, {m} of them at home.
        3|Organizator społeczności lokalnej zaprasza mieszkańców do wspólnego planowania usług.|Организатор на общността кани жителите да планират услугите заедно.|A community organiser invites residents to plan the services together.
        Z|Diagnoza potrzeb i program usług|Анализ на потребностите и програма за услугите|Needs analysis and programme of services
        Z|Koordynacja indywidualnych planów|Координация на индивидуалните планове|Coordination of individual plans
        Z|Organizowanie społeczności lokalnej|Организиране на общността|Community organising
        G|Mieszkańcy potrzebujący usług społecznych|Жители, които се нуждаят от социални услуги|Residents who need social services
        G|Pracownicy pomocy społecznej|Служители на социалното подпомагане|Social assistance staff
        W;;person;output;n|Osoby objęte usługami społecznymi|Лица, ползващи социални услуги|People using social services
        W;EECO18;entity;output;1|Wsparte podmioty administracji publicznej|Подкрепени публични администрации|Public administrations supported

        # staff;30-150;15-25;1 2 4;0 3
        T|Kompetentne kadry pomocy społecznej – {p}|Подготвени социални работници – {p}|Skilled social workers – {p}
        T|Superwizja i rozwój – {p}|Супервизия и развитие – {p}|Supervision and growth – {p}
        1|Pracownicy socjalni z gminy {p} {r} uczą się nowych metod pracy w środowisku.|Социалните работници от община {p} {r} усвояват нови методи за работа в общността.|Social workers in {p} {r} learn new methods of working in the community.
        1|Projekt podnosi kwalifikacje osób, które organizują usługi społeczne w gminie {p} {r}.|Проектът повишава квалификацията на хората, които организират социалните услуги в община {p} {r}.|The project improves the qualifications of people who organise social services in {p} {r}.
        2|Szkolenia i superwizja obejmą {n} osób, z których {m} uzyska certyfikat.|Обучения и супервизия ще получат {n} души, а {m} от тях ще придобият сертификат.|{n} people will have training and supervision, and {m} of them will gain a certificate.
        2|Wizyty studyjne i wymiana dobrych praktyk obejmą {n} osób.|Учебни посещения и обмен на добри практики са предвидени за {n} души.|Study visits and exchange of good practice are planned for {n} people.
        3|Wnioski ze szkoleń trafią do lokalnego planu rozwoju usług społecznych.|Наученото ще влезе в общинския план за социалните услуги.|The lessons will feed into the local plan for social services.
        Z|Szkolenia specjalistyczne|Специализирани обучения|Specialist training
        Z|Superwizja|Супервизия|Supervision
        Z|Wizyty studyjne|Учебни посещения|Study visits
        G|Pracownicy socjalni|Социални работници|Social workers
        G|Kadra organizująca usługi społeczne|Служители, които организират социални услуги|Staff who organise social services
        W;;person;output;n|Pracownicy objęci wsparciem|Подкрепени служители|Staff supported
        W;EECR03;person;result;m|Osoby, które uzyskały kwalifikacje po opuszczeniu programu|Участници, получили квалификация при напускане на операцията|Participants gaining a qualification upon leaving

        # communities;60-250;15-50;0 2 7;0 1 7
        T|Razem w jednej dzielnicy – {p}|Заедно в един квартал – {p}|Together in one neighbourhood – {p}
        T|Otwarte podwórka – {p}|Отворени дворове – {p}|Open courtyards – {p}
        1|Projekt wspiera społeczności marginalizowane w gminie {p} {r}: w szkole, w pracy i w dostępie do lekarza.|Проектът подкрепя маргинализирани общности в община {p} {r}: в училище, на работа и при достъпа до лекар.|The project supports marginalised communities in {p} {r}: at school, at work and in access to a doctor.
        1|Asystenci zdrowotni i edukacyjni pracują z rodzinami w gminie {p} {r}.|Здравни и образователни медиатори работят със семействата в община {p} {r}.|Health and education mediators work with families in {p} {r}.
        2|W działaniach weźmie udział {n} osób, a {m} osób podejmie pracę.|В дейностите ще участват {n} души, а {m} души ще започнат работа.|{n} people will take part and {m} people will take up work.
        2|Zajęcia przedszkolne i pomoc w nauce otrzyma {m} dzieci.|Предучилищни занимания и помощ в ученето ще получат {m} деца.|{m} children will have pre-school classes and help with learning.
        3|O wyborze działań decyduje rada mieszkańców.|Дейностите се избират от съвет на жителите.|A residents’ council chooses the activities.
        Z|Asystenci zdrowotni i edukacyjni|Здравни и образователни медиатори|Health and education mediators
        Z|Aktywizacja zawodowa|Активиране за работа|Vocational activation
        Z|Zajęcia dla dzieci|Занимания за деца|Classes for children
        G|Społeczności marginalizowane, w tym Romowie|Маргинализирани общности, включително роми|Marginalised communities, including Roma
        W;EECO15;person;output;n|Osoby należące do mniejszości, w tym społeczności marginalizowanych|Лица от малцинства, включително от маргинализирани общности|People from minorities, including marginalised communities
        W;EECR04;person;result;m|Osoby pracujące po opuszczeniu programu|Участници, които имат работа при напускане на операцията|Participants in employment upon leaving

        # building;20-60;5-15;0 1;0
        T|Dom dziennej opieki w gminie {p}|Дневен център в община {p}|A day care house in {p}
        T|Przestrzeń dla wszystkich – {p}|Пространство за всички – {p}|A space for all – {p}
        1|Pusty budynek dawnej szkoły w gminie {p} {r} zmieni się w dom dziennej opieki bez barier.|Празната сграда на старото училище в община {p} {r} ще стане дневен център без бариери.|An empty former school in {p} {r} will become a day care house without barriers.
        1|Projekt usuwa bariery w budynkach, w których w gminie {p} {r} świadczone są usługi społeczne.|Проектът премахва бариерите в сградите, в които се предоставят социални услуги в община {p} {r}.|The project removes barriers in buildings where social services are provided in {p} {r}.
        2|Z nowych miejsc skorzysta {n} osób dziennie.|Новите места ще ползват {n} души на ден.|{n} people a day will use the new places.
        2|Przygotowanych zostanie {n} miejsc oraz {m} mieszkań wspomaganych.|Ще бъдат подготвени {n} места и {m} жилища с подкрепа.|{n} places and {m} supported flats will be prepared.
        3|Budynek będzie ogrzewany pompą ciepła i dostępny dla wózków.|Сградата ще се отоплява с термопомпа и ще бъде достъпна за инвалидни колички.|The building will be heated by a heat pump and accessible to wheelchairs.
        Z|Dokumentacja i projekt budowlany|Документация и проектиране|Documentation and design
        Z|Roboty budowlane|Строително-монтажни работи|Construction works
        Z|Wyposażenie|Оборудване|Equipment
        G|Osoby starsze i osoby z niepełnosprawnościami|Възрастни хора и хора с увреждания|Older people and people with disabilities
        W;;place;output;n|Miejsca w placówkach dziennej opieki|Места в дневни центрове|Places in day care
        W;;entity;output;1|Budynki dostępne po przebudowie|Сгради, достъпни след преустройството|Buildings made accessible
        """;
}
