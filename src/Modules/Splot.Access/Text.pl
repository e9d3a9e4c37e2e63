# Nazwy ról i to, co robią
RoleSystemAdministrator = Administrator systemu
RoleRegionalCoordinator = Koordynator regionalny
RoleMunicipalOfficer = Pracownik urzędu gminy
RoleFrontOfficeClerk = Pracownik punktu obsługi
RoleSocialWorker = Pracownik socjalny
RoleUnitHead = Kierownik jednostki
RoleManagingAuthorityOfficer = Pracownik instytucji zarządzającej
RoleProjectManager = Kierownik projektu
RoleAccountant = Księgowy
RoleTrainer = Prowadzący szkolenia
RoleProvider = Realizator usług
RolePublisher = Osoba publikująca
RoleAuditor = Audytor
RoleDataProtectionOfficer = Inspektor ochrony danych
DoesSystemAdministrator = Prowadzi konta, role i organizacje; nie widzi osób.
DoesRegionalCoordinator = Widzi w liczbach, czego potrzebują i co robią gminy regionu.
DoesMunicipalOfficer = Wypełnia zbiory danych i prowadzi usługi gminy.
DoesFrontOfficeClerk = Wysłuchuje mieszkańców i kieruje do usługi, w której jest miejsce.
DoesSocialWorker = Towarzyszy osobom i rodzinom: ocena, kontrakt, notatki.
DoesUnitHead = Nadzoruje zespół, przekazuje sprawy, dowiaduje się o dostępie awaryjnym.
DoesManagingAuthorityOfficer = Czyta operacje i wskaźniki; osoby tylko w próbie do kontroli.
DoesProjectManager = Prowadzi operację od rekrutacji do rezultatu.
DoesAccountant = Prowadzi koszty i wnioski o płatność.
DoesTrainer = Prowadzi szkolenia i listy obecności.
DoesProvider = Odpowiada na skierowania i podaje wolne miejsca.
DoesPublisher = Decyduje, co widzą wszyscy.
DoesAuditor = Czyta wszystko o operacji i niczego nie zmienia; każdy odczyt jest zapisany.
DoesDataProtectionOfficer = Odpowiada osobom, których dane dotyczą, i widzi, kto kogo oglądał.

# Kinds of organisations
KindManagingAuthority = Instytucja zarządzająca
KindIntermediateBody = Instytucja pośrednicząca
KindRegionalCentre = Regionalny ośrodek polityki społecznej
KindMunicipality = Gmina
KindCounty = Powiat
KindSocialAssistanceCentre = Ośrodek pomocy społecznej
KindServicesCentre = Centrum usług społecznych
KindFamilySupportCentre = Powiatowe centrum pomocy rodzinie
KindLabourOffice = Urząd pracy
KindProvider = Realizator usług
KindSocialEconomyEntity = Podmiot ekonomii społecznej
KindSupportCentre = Ośrodek wsparcia ekonomii społecznej (OWES)
KindPartner = Partner

# Rodzaje komórek w organizacji
UnitFrontOffice = Punkt obsługi mieszkańców
UnitTeam = Zespół
UnitDepartment = Dział
UnitOther = Inna komórka
