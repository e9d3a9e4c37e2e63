namespace Splot.Kernel;

/// <summary>The kinds of numbers that name persons, organisations and accounts.</summary>
public enum IdentifierKind
{
    /// <summary>Polish personal number, 11 digits.</summary>
    Pesel = 0,

    /// <summary>Polish tax number, 10 digits.</summary>
    Nip = 1,

    /// <summary>Polish business register number, 9 digits, or 14 for a local unit.</summary>
    Regon = 2,

    /// <summary>Polish court register number, 10 digits without a check digit.</summary>
    Krs = 3,

    /// <summary>Bulgarian personal number (ЕГН), 10 digits.</summary>
    Egn = 4,

    /// <summary>Bulgarian personal number of a foreigner (ЛНЧ), 10 digits.</summary>
    Lnch = 5,

    /// <summary>Bulgarian organisation number (ЕИК), 9 digits, or 13 for a branch.</summary>
    Eik = 6,

    /// <summary>International bank account number (ISO 13616).</summary>
    Iban = 7,
}
