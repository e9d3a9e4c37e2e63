using System.Diagnostics.CodeAnalysis;

namespace Splot.Kernel;

/// <summary>An edition of the nomenclature of territorial units for statistics (Regulation (EC) No 1059/2003 and its amendments), by its year.</summary>
[SuppressMessage("Design", "CA1008:Enums should have zero value", Justification = "The values are years; there is no edition zero.")]
public enum NutsVersion
{
    /// <summary>NUTS 2013, in force from 1 January 2015.</summary>
    V2013 = 2013,

    /// <summary>NUTS 2016, in force from 1 January 2018; the categories of region of 2021–2027 hang on it.</summary>
    V2016 = 2016,

    /// <summary>NUTS 2021, in force from 1 January 2021.</summary>
    V2021 = 2021,

    /// <summary>NUTS 2024, in force from 1 January 2024.</summary>
    V2024 = 2024,
}
