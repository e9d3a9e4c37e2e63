KindRegion = miejsce
KindProgramme = program
KindTheme = temat
KindFund = fundusz
KindBeneficiary = instytucja
KindProject = projekt
