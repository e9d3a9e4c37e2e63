using System.Diagnostics.CodeAnalysis;

namespace Splot.Kernel;

/// <summary>The last digit of a TERC code: what kind of unit it names. Source: the description of the TERYT register.</summary>
[SuppressMessage("Design", "CA1008:Enums should have zero value", Justification = "The values are the digits of the register, which has no kind zero.")]
[SuppressMessage("Design", "CA1027:Mark enums with FlagsAttribute", Justification = "The digits are not combined.")]
public enum TercKind
{
    /// <summary>Urban municipality (gmina miejska).</summary>
    UrbanMunicipality = 1,

    /// <summary>Rural municipality (gmina wiejska).</summary>
    RuralMunicipality = 2,

    /// <summary>Urban-rural municipality (gmina miejsko-wiejska).</summary>
    MixedMunicipality = 3,

    /// <summary>The town in an urban-rural municipality.</summary>
    Town = 4,

    /// <summary>The rural area in an urban-rural municipality.</summary>
    RuralArea = 5,

    /// <summary>A district (dzielnica) of Warsaw.</summary>
    WarsawDistrict = 8,

    /// <summary>A branch office area (delegatura) of Kraków, Łódź, Poznań or Wrocław.</summary>
    CityBranch = 9,
}
